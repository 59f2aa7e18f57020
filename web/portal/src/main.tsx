import { startLanguage } from '@qudao/shared/i18n';
import { appQueryClient, appRouter, freshenAfterUpdate } from '@qudao/shared/layout';
import { applyTheme } from '@qudao/shared/theme';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { routeTree } from './routes';

applyTheme();
freshenAfterUpdate();
await startLanguage({
  portal: { 'zh-CN': () => import('./i18n/zh-CN/portal'), en: () => import('./i18n/en/portal') },
});

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={appQueryClient()}>
        <RouterProvider router={appRouter(routeTree, '/')} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
