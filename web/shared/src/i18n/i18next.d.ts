import 'i18next';
import type kit from './zh-CN/kit';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'kit';
    resources: { kit: typeof kit };
  }
}
