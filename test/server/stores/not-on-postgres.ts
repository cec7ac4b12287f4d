import { test } from 'vitest';

// Run in place of the others where no PostgreSQL is to be had (vitest.config.ts).
test.skip('PostgreSQL WAS NOT TESTED: there is none for this machine. Give a server in MUSTER_TEST_DATABASE_URL.', () =>
  undefined);
