import 'i18next';
import type kit from '@qudao/shared/i18n/zh-CN/kit';
import type audit from './zh-CN/audit';
import type catalog from './zh-CN/catalog';
import type dealer from './zh-CN/dealer';
import type dev from './zh-CN/dev';
import type inventory from './zh-CN/inventory';
import type notification from './zh-CN/notification';
import type office from './zh-CN/office';
import type order from './zh-CN/order';
import type org from './zh-CN/org';
import type pricing from './zh-CN/pricing';
import type report from './zh-CN/report';
import type spreadsheet from './zh-CN/spreadsheet';
import type storefront from './zh-CN/storefront';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'office';
    resources: {
      kit: typeof kit;
      audit: typeof audit;
      catalog: typeof catalog;
      dealer: typeof dealer;
      dev: typeof dev;
      inventory: typeof inventory;
      notification: typeof notification;
      office: typeof office;
      order: typeof order;
      org: typeof org;
      pricing: typeof pricing;
      report: typeof report;
      spreadsheet: typeof spreadsheet;
      storefront: typeof storefront;
    };
  }
}
