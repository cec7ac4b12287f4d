import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Language } from '#domain/course/closed-lists.ts';
import { bareEnvironment } from '#test/support/bare-environment.ts';

const home = resolve(import.meta.dirname, '../../..');
const course = join(home, 'test/support/short-course');

export type FreshStart = { url: string; link: string; data: string; end(): Promise<void> };

/** `npm start -- --empty` as a process of its own, on an empty folder, with the short course; what the terminal says is read as people read it. */
export async function aFreshStart(language: Language): Promise<FreshStart> {
  const data = mkdtempSync(join(tmpdir(), 'muster-monday-'));
  const child = spawn(process.execPath, ['src/cli/start.ts', '--empty', '--no-build'], {
    cwd: home,
    env: {
      ...bareEnvironment(),
      PORT: '0',
      MUSTER_DATA: data,
      MUSTER_COURSE: course,
      MUSTER_MEDIA: join(course, 'media/short-course'),
      LANG: `${language}_US.UTF-8`,
    },
  });
  let said = '';
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  child.stderr.on('data', (bytes) => {
    said += String(bytes);
  });
  const link = await new Promise<string>((found, failed) => {
    child.stdout.on('data', (bytes) => {
      said += String(bytes);
      const [address] = /http:\S+\/setup#\S+/.exec(said) ?? [];
      if (address) found(address);
    });
    void ended.then(() => failed(new Error(`It ended before there was a link: ${said}`)));
  });
  return {
    url: new URL(link).origin,
    link,
    data,
    async end() {
      child.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}
