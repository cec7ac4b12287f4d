import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { postgresToTest } from './test/support/postgres-to-test.ts';

/** What needs no browser; of it what touches records, on PostgreSQL too; the browser stories, on the app built once; and the whole film in real time (`npm run test:full`). */
const onBothDatabases = [
  'test/server/stores/*.test.ts',
  'test/server/setting-up/*.test.ts',
  ...[
    'ledger',
    'evidence',
    'training',
    'roll-calls',
    'talks',
    'attendance-corrections',
    'reports',
    'refused-items',
    'screenings-to-review',
    'permission',
    'sign-in',
    'path',
    'old-editions',
    'reviews',
    'own-record',
    'watching-evidence',
    'editions-midway',
    'heads',
    'rebuild',
    'every-write-recorded',
    'retention',
    'roster/import',
    'lms-import/record',
    'reading',
  ].map((name) => `test/server/${name}.test.ts`),
];

/** Much waits for a disk or a clock: three at once keep two cores busy; left alone, the runner keeps one of them idle. */
const maxWorkers = 3;

/** Hundreds of short programs of ours start: each compiles once what all of them load. */
process.env.NODE_COMPILE_CACHE ??= path.resolve('node_modules/.cache/node-compile');

/** Browser stories wait for a film that plays in real time: four at once keep two cores busy. */
const storiesAtOnce = 4;

/** What breaks while records are written: a little of it always, all of it with `npm run test:faults`. */
const faults = {
  include: ['test/faults/*.test.ts'],
  globalSetup: ['test/faults/figures-page.ts'],
  testTimeout: 60_000,
  maxWorkers,
};

export default defineConfig({
  plugins: [react()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/acceptance/**', 'test/full/**', 'test/faults/**'],
          setupFiles: ['test/setup.ts'],
          testTimeout: 20_000,
          maxWorkers,
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: postgresToTest() ? onBothDatabases : ['test/server/stores/not-on-postgres.ts'],
          globalSetup: ['test/support/postgres-for-tests.ts'],
          testTimeout: 20_000,
          maxWorkers,
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
          maxWorkers: storiesAtOnce,
          sequence: { groupOrder: 1 },
        },
      },
      { extends: true, test: { name: 'faults-short', ...faults } },
      { extends: true, test: { name: 'faults', ...faults, env: { MUSTER_FAULTS: 'long' } } },
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
