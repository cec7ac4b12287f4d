/**
 * `npm run dev`: Vite with reload in front, the server restarted at every change behind it. Both end together.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createServer } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');
const backEndPort = process.env.MUSTER_DEV_API_PORT ?? '8081';

const backEnd = spawn(
  process.execPath,
  ['--watch-path=src/server', '--watch-path=src/domain', '--watch-path=content', 'src/cli/start.ts', '--no-build'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, PORT: backEndPort } },
);

const front = await createServer({
  root,
  server: { port: Number(process.env.PORT ?? 8080), host: process.env.HOST ?? '127.0.0.1' },
});
await front.listen();
front.printUrls();

const end = async () => {
  backEnd.kill('SIGTERM');
  await front.close();
  process.exit(0);
};
process.once('SIGINT', end);
process.once('SIGTERM', end);
