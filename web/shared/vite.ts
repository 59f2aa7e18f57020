import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';

/** How an app is built: where it is served, where its files go, and the port of its own server in development. */
export function appConfig(app: { name: 'portal' | 'office'; base: string; port: number }): UserConfig {
  return defineConfig({
    base: app.base,
    plugins: [react()],
    build: {
      outDir: fileURLToPath(new URL(`../../internal/webui/dist/${app.name}`, import.meta.url)),
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      rolldownOptions: {
        output: {
          // Few files, so that a slow line does not wait for a chain of small ones: what every page needs in
          // two of them, a page's own part in one.
          codeSplitting: {
            groups: [
              {
                name: 'base',
                test: /node_modules\/(react|react-dom|scheduler|@tanstack|i18next|react-i18next|openapi-fetch)\//,
              },
              {
                name: 'kit',
                test: /shared\/src\/(?!i18n\/(zh-CN|en)\/)(?!theme\/antd)(?!(charts|grid|palette)\/)(?!tour\/Tour\.)/,
              },
            ],
          },
        },
      },
    },
    server: {
      host: '127.0.0.1',
      port: app.port,
      strictPort: true,
      proxy: { '/api': { target: process.env.QUDAO_API ?? 'http://127.0.0.1:8080' } },
    },
  });
}
