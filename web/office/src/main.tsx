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
