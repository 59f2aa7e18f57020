import 'i18next';
import type kit from '@qudao/shared/i18n/zh-CN/kit';
import type portal from './zh-CN/portal';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'portal';
    resources: { kit: typeof kit; portal: typeof portal };
  }
}
