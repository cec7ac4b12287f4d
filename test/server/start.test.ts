import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { bareEnvironment } from '#test/support/bare-environment.ts';

const home = resolve(import.meta.dirname, '../..');
const course = join(home, 'test/support/short-course');

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'muster-start-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** `npm start` as a process of its own, without building the screens. */
function start(env: Record<string, string>, ...options: string[]) {
  const child = spawn(process.execPath, ['src/cli/start.ts', '--no-build', ...options], {
    cwd: home,
    env: {
      ...bareEnvironment(),
      PORT: '0',
      MUSTER_COURSE: course,
      MUSTER_MEDIA: join(course, 'media/short-course'),
      ...env,
    },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let out = '';
  let err = '';
  const ended = new Promise<{ code: number | null; out: string; err: string }>((done) => {
    child.on('close', (code) => done({ code, out, err }));
  });
  const listening = new Promise<string>((done, fail) => {
    child.stdout.on('data', (bytes) => {
      out += String(bytes);
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(out)?.[0];
      if (url && out.includes('Ctrl+C')) done(url);
    });
    void ended.then(() => fail(new Error(`ended early: ${err}`)));
  });
  listening.catch(() => undefined);
  child.stderr.on('data', (bytes) => {
    err += String(bytes);
  });
  return { child, ended, listening, said: () => out };
}

describe('npm start', () => {
  test('loads the demo on the first start, prints badges and PINs, and ends cleanly on SIGTERM', async () => {
    const data = aFolder();
    const first = start({ MUSTER_DATA: data });
    const url = await first.listening;
    const agency = await (await fetch(`${url}/api/agency`)).json();
    expect(agency).toMatchObject({ name: 'Demo County Police', demo: true, timeZone: 'America/New_York' });
    const [, badge, pin] = /badge (\d+), PIN (\d{6})/.exec(first.said()) ?? [];
    const signedIn = await fetch(`${url}/api/sign-in/pin`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: url },
      body: JSON.stringify({ badge, pin }),
    });
    expect(signedIn.status).toBe(200);
    first.child.kill('SIGTERM');
    const { code, err } = await first.ended;
    // The log has the head that was signed last, and nothing else.
    expect([
      code,
      err
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).msg),
    ]).toEqual([0, ['ledger head signed']]);

    const again = start({ MUSTER_DATA: data }, '--empty');
    const from = performance.now();
    const reached = await again.listening;
    expect(performance.now() - from).toBeLessThan(3_000);
    expect(await (await fetch(`${reached}/api/agency`)).json()).toMatchObject({ demo: true });
    again.child.kill('SIGINT');
    expect((await again.ended).code).toBe(0);
  });

  test('cut off in the middle of the first start leaves nothing half founded: the next one has its people', async () => {
    const data = aFolder();
    const first = start({ MUSTER_DATA: data });
    const isFounded = () => {
      try {
        const reader = new DatabaseSync(join(data, 'muster.db'), { readOnly: true });
        const row = reader.prepare('SELECT 1 FROM agency').get();
        reader.close();
        return row !== undefined;
      } catch {
        return false;
      }
    };
    while (!isFounded()) await new Promise((done) => setTimeout(done, 5));
    first.child.kill('SIGKILL');
    await first.ended;
    const second = start({ MUSTER_DATA: data });
    const url = await second.listening;
    const [, badge, pin] = /badge (\d+), PIN (\d{6})/.exec(second.said()) ?? [];
    const signedIn = await fetch(`${url}/api/sign-in/pin`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: url },
      body: JSON.stringify({ badge, pin }),
    });
    expect(signedIn.status).toBe(200);
    second.child.kill('SIGTERM');
    await second.ended;
  });

  test('with --empty founds an agency without the demo, and does not load it later', async () => {
    const data = aFolder();
    const empty = start({ MUSTER_DATA: data, MUSTER_AGENCY: 'Springfield Police', MUSTER_TIME_ZONE: 'UTC' }, '--empty');
    expect(await (await fetch(`${await empty.listening}/api/agency`)).json()).toMatchObject({
      name: 'Springfield Police',
      demo: false,
    });
    expect(empty.said()).not.toContain('PIN');
    empty.child.kill('SIGTERM');
    await empty.ended;
    const later = start({ MUSTER_DATA: data });
    expect(await (await fetch(`${await later.listening}/api/agency`)).json()).toMatchObject({ demo: false });
    later.child.kill('SIGTERM');
    await later.ended;
  });

  test('a second one on the same data is refused at once and names the first; a killed one leaves no lock', async () => {
    const data = aFolder();
    const first = start({ MUSTER_DATA: data });
    await first.listening;
    const second = await start({ MUSTER_DATA: data }).ended;
    expect(second.code).toBe(1);
    expect(second.err).toContain(`process ${first.child.pid}`);
    first.child.kill('SIGKILL');
    await first.ended;
    const third = start({ MUSTER_DATA: data });
    await third.listening;
    third.child.kill('SIGTERM');
    expect((await third.ended).code).toBe(0);
  });

  test('a port in use is one sentence, and leaves nothing founded behind', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await new Promise((done) => other.once('listening', done));
    const { port } = other.address() as AddressInfo;
    const data = aFolder();
    const refused = await start({ MUSTER_DATA: data, PORT: String(port) }, '--empty').ended;
    expect([refused.code, refused.err]).toEqual([
      1,
      `Port ${port} on 127.0.0.1 is taken by another program. End it, or set PORT to another number.\n`,
    ]);
    const later = start({ MUSTER_DATA: data });
    expect(await (await fetch(`${await later.listening}/api/agency`)).json()).toMatchObject({ demo: true });
    later.child.kill('SIGTERM');
    await later.ended;
  });

  test('a folder that cannot be written is one sentence', async () => {
    const file = join(aFolder(), 'a-file');
    writeFileSync(file, '');
    const refused = await start({ MUSTER_DATA: join(file, 'data') }).ended;
    expect(refused.code).toBe(1);
    expect(refused.err.trim().split('\n')).toEqual([expect.stringContaining(join(file, 'data'))]);
  });

  test('a broken course is named with all that is wrong in it', async () => {
    const broken = aFolder();
    writeFileSync(join(broken, 'course.json'), '{ "id": "x" }');
    const refused = await start({ MUSTER_DATA: aFolder(), MUSTER_COURSE: broken }).ended;
    expect(refused.code).toBe(1);
    expect(refused.err).toContain(broken);
    expect(refused.err).toContain('text/es.json');
    expect(refused.err).not.toContain('    at ');
  });

  test.each([
    ['en', 'PORT is “eighty”, which is no port.'],
    ['es', 'PORT es «eighty» y no es un puerto.'],
  ])('a port that is none is said in the language of the terminal (%s)', async (language, sentence) => {
    const refused = await start({ MUSTER_DATA: aFolder(), PORT: 'eighty', LANG: `${language}_US.UTF-8` }).ended;
    expect(refused.code).toBe(1);
    expect(refused.err).toContain(sentence);
  });

  test.each([
    ['en', 'db.example/muster', 'DATABASE_URL is not the address of a PostgreSQL database.'],
    ['es', 'db.example/muster', 'DATABASE_URL no es la dirección de una base de datos PostgreSQL.'],
    ['en', 'postgres://muster:a-secret@127.0.0.1:9/muster', 'The database at 127.0.0.1:9/muster cannot be used ('],
    [
      'es',
      'postgres://muster:a-secret@127.0.0.1:9/muster',
      'No se puede usar la base de datos de 127.0.0.1:9/muster (',
    ],
  ])('a database that is none is one sentence without its password (%s, %s)', async (language, address, sentence) => {
    const env = { MUSTER_DATA: aFolder(), DATABASE_URL: address, LANG: `${language}_US.UTF-8` };
    const refused = await start(env).ended;
    expect(refused.code).toBe(1);
    expect(refused.err.trim().split('\n')).toEqual([expect.stringContaining(sentence)]);
    expect(refused.err).not.toContain('secret');
  });

  test('a time zone that does not exist is one sentence, and founds nothing that could not be opened again', async () => {
    const data = aFolder();
    const refused = await start({ MUSTER_DATA: data, MUSTER_TIME_ZONE: 'Mars/Phobos' }, '--empty').ended;
    expect(refused.code).toBe(1);
    expect(refused.err.trim().split('\n')).toEqual([expect.stringContaining('“Mars/Phobos”')]);
    const later = start({ MUSTER_DATA: data }, '--empty');
    expect((await fetch(`${await later.listening}/api/agency`)).status).toBe(200);
    later.child.kill('SIGTERM');
    await later.ended;
  });

  test('an option that does not exist is refused', async () => {
    expect(await start({ MUSTER_DATA: aFolder() }, '--emtpy').ended).toMatchObject({ code: 1 });
  });
});
