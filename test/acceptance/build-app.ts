import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { openBrowser } from '#test/support/browser.ts';

/**
 * The browser stories use the screens as they are served, and as packages hold them: built once, before the first of them, in a process of its own,
 * because the test runner's NODE_ENV would build React for development.
 */
export default async function buildApp() {
  // The browser that npm brings is unpacked at its first start: not by three stories at once.
  await (await openBrowser()).close();
  const root = path.resolve(import.meta.dirname, '../..');
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  for (const config of ['vite.config.ts', 'vite.lms.config.ts']) {
    execFileSync(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'warn'], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: 'inherit',
    });
  }
}
