import 'i18next';
import type kit from '@qudao/shared/i18n/zh-CN/kit';
import type office from './zh-CN/office';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'office';
    resources: { kit: typeof kit; office: typeof office };
  }
}
