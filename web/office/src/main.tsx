import { startLanguage } from '@qudao/shared/i18n';
import { appQueryClient, appRouter } from '@qudao/shared/layout';
import { applyTheme } from '@qudao/shared/theme';
import { AntdProvider } from '@qudao/shared/theme/antd';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { routeTree } from './routes';

applyTheme();
await startLanguage({
  office: { 'zh-CN': () => import('./i18n/zh-CN/office'), en: () => import('./i18n/en/office') },
  audit: { 'zh-CN': () => import('./i18n/zh-CN/audit'), en: () => import('./i18n/en/audit') },
  catalog: { 'zh-CN': () => import('./i18n/zh-CN/catalog'), en: () => import('./i18n/en/catalog') },
  dealer: { 'zh-CN': () => import('./i18n/zh-CN/dealer'), en: () => import('./i18n/en/dealer') },
  inventory: { 'zh-CN': () => import('./i18n/zh-CN/inventory'), en: () => import('./i18n/en/inventory') },
  notification: {
    'zh-CN': () => import('./i18n/zh-CN/notification'),
    en: () => import('./i18n/en/notification'),
  },
  order: { 'zh-CN': () => import('./i18n/zh-CN/order'), en: () => import('./i18n/en/order') },
  org: { 'zh-CN': () => import('./i18n/zh-CN/org'), en: () => import('./i18n/en/org') },
  pricing: { 'zh-CN': () => import('./i18n/zh-CN/pricing'), en: () => import('./i18n/en/pricing') },
  report: { 'zh-CN': () => import('./i18n/zh-CN/report'), en: () => import('./i18n/en/report') },
  spreadsheet: {
    'zh-CN': () => import('./i18n/zh-CN/spreadsheet'),
    en: () => import('./i18n/en/spreadsheet'),
  },
  storefront: {
    'zh-CN': () => import('./i18n/zh-CN/storefront'),
    en: () => import('./i18n/en/storefront'),
  },
  // The catalogue of the kit: while developing only.
  ...(import.meta.env.DEV
    ? { dev: { 'zh-CN': () => import('./i18n/zh-CN/dev'), en: () => import('./i18n/en/dev') } }
    : {}),
});

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={appQueryClient()}>
        <AntdProvider>
          <RouterProvider router={appRouter(routeTree, '/office')} />
        </AntdProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
