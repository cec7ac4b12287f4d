import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

const home = resolve(import.meta.dirname, '../..');

/** A command of `src/cli` as a process of its own; it is ended with the test. */
export function aCommand(file: string, ...args: string[]) {
  const child = spawn(process.execPath, [`src/cli/${file}`, ...args], { cwd: home });
  onTestFinished(() => void child.kill('SIGKILL'));
  let out = '';
  let err = '';
  let heard = () => {};
  child.stdout.on('data', (bytes) => {
    out += String(bytes);
    heard();
  });
  child.stderr.on('data', (bytes) => {
    err += String(bytes);
  });
  const ended = new Promise<{ code: number | null; out: string; err: string }>((done) => {
    child.on('close', (code) => done({ code, out, err }));
  });
  /** Settles when something of this kind was said since the last time it was waited for. */
  const says = (what: RegExp) =>
    new Promise<string>((done, fail) => {
      heard = () => {
        const found = what.exec(out);
        if (!found) return;
        out = out.slice(found.index + found[0].length);
        heard = () => {};
        done(found[0]);
      };
      heard();
      void ended.then(() => fail(new Error(`It ended before it said ${what}: ${out}${err}`)));
    });
  return { child, ended, says };
}

/** A copy of the short course that may be spoiled. */
export function aCourseToSpoil(): string {
  const parent = mkdtempSync(join(tmpdir(), 'muster-course-'));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  const folder = join(parent, 'short-course');
  cpSync(join(home, 'test/support/short-course'), folder, { recursive: true });
  return folder;
}
