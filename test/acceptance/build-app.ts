import path from 'node:path';
import { build } from 'vite';

/** The browser stories use the screens as they are served: built once, before the first of them. */
export default async function buildApp() {
  await build({ root: path.resolve(import.meta.dirname, '../..'), logLevel: 'warn' });
}
