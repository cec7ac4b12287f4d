import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, onTestFinished, test, vi } from 'vitest';
import { packageFile } from '#packaging/edition-names.ts';
import { standards } from '#packaging/package-choices.ts';
import { packageFiles } from '#packaging/package-files.ts';
import { screensIn } from '#packaging/screens.ts';
import { zipped } from '#packaging/zip.ts';
import { loadCourse } from '#server/course/course-folder.ts';
import { choices, someScreens, sources } from '#test/support/a-package.ts';

const home = resolve(import.meta.dirname, '../..');

/** A copy of the short course with screens beside it, in a folder of its own and written now. */
function aFolder(change: (text: string) => string = (text) => text) {
  const folder = mkdtempSync(join(tmpdir(), 'muster-packages-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(home, 'test/support/short-course'), join(folder, 'course'), { recursive: true });
  const words = join(folder, 'course/text/en.json');
  writeFileSync(words, change(readFileSync(words, 'utf8')));
  const screens = [...someScreens()].reverse();
  for (const [path, bytes] of screens) {
    cpSync(join(home, 'LICENSE'), join(folder, 'screens', path));
    writeFileSync(join(folder, 'screens', path), bytes);
  }
  return folder;
}

function made(folder: string) {
  const media = join(folder, 'course/media/short-course');
  const course = loadCourse(join(folder, 'course'), media);
  if (!course.ok) throw new Error(JSON.stringify(course.error));
  const { pack } = course.value;
  const readMedia = (name: string) => readFileSync(join(media, name));
  const from = sources({ pack, screens: screensIn(join(folder, 'screens')), readMedia });
  return new Map(
    standards.map((standard) => [
      packageFile(pack, standard, choices()),
      zipped(packageFiles(standard, from, choices())),
    ]),
  );
}

test('two runs in other folders, years and time zones give the same bytes', () => {
  const zone = process.env.TZ;
  onTestFinished(() => {
    vi.useRealTimers();
    process.env.TZ = zone;
  });
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 1), toFake: ['Date'] });
  process.env.TZ = 'America/New_York';
  const first = made(aFolder());
  vi.setSystemTime(Date.UTC(2031, 6, 1, 23, 59));
  process.env.TZ = 'Asia/Tokyo';
  const second = made(aFolder());
  expect(first.size).toBe(3);
  expect([...second.keys()]).toEqual([...first.keys()]);
  for (const [name, bytes] of first) expect(Buffer.compare(bytes, second.get(name) ?? Buffer.of()), name).toBe(0);
});

test('another sentence changes the edition, the course and the manifest, and nothing else', () => {
  const [before, after] = [made(aFolder()), made(aFolder((text) => text.replace(/"summary": "/, '"summary": "New. ')))];
  expect([...after.keys()].filter((name) => before.has(name))).toEqual([]);
  const changed = [...before.values()].map((bytes, index) => {
    const [old, now] = [unzipSync(bytes), unzipSync([...after.values()][index] ?? new Uint8Array())];
    expect(Object.keys(now)).toEqual(Object.keys(old));
    return Object.keys(old).filter((path) => Buffer.compare(old[path] ?? Buffer.of(), now[path] ?? Buffer.of()) !== 0);
  });
  expect(changed).toEqual([
    ['imsmanifest.xml', 'course.json', 'muster-package.json'],
    ['imsmanifest.xml', 'course.json', 'muster-package.json'],
    ['cmi5.xml', 'course.json', 'muster-package.json'],
  ]);
});

test('notes of the build stay at home', () => {
  const folder = aFolder();
  for (const note of ['sources.sha256', '.DS_Store', 'assets/start.js.map'])
    writeFileSync(join(folder, 'screens', note), '');
  expect([...screensIn(join(folder, 'screens')).keys()]).toEqual([...someScreens().keys()].sort());
  expect(readdirSync(join(folder, 'screens'))).toContain('sources.sha256');
});
