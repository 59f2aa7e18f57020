import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['{shared,portal,office}/src/**/*.test.{ts,tsx}'], environment: 'node' },
});
