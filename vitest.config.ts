import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** What needs no browser; the browser stories, on the app built once; and the whole film in real time (`npm run test:full`). */
export default defineConfig({
  plugins: [react()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/acceptance/**', 'test/full/**'],
          setupFiles: ['test/setup.ts'],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'acceptance',
          include: ['test/acceptance/**/*.test.ts'],
          globalSetup: ['test/acceptance/build-app.ts'],
          testTimeout: 240_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'full',
          include: ['test/full/**/*.test.ts'],
          globalSetup: ['test/acceptance/build-app.ts'],
          testTimeout: 600_000,
        },
      },
    ],
  },
});
