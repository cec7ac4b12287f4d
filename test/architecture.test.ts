import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import rules from '../.dependency-cruiser.mjs';

const root = path.resolve(import.meta.dirname, '..');

async function brokenRules(baseDir: string): Promise<{ modules: number; broken: string[] }> {
  const { forbidden, options } = rules;
  const { output } = await cruise(['src'], { ...options, ruleSet: { forbidden }, validate: true, baseDir } as never);
  const { modules, summary } = output as ICruiseResult;
  return { modules: modules.length, broken: [...new Set(summary.violations.map((violation) => violation.rule.name))] };
}

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(path.join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));

describe('who may import whom', () => {
  test('nobody imports what is not theirs', async () => {
    const { modules, broken } = await brokenRules(root);
    expect(broken).toEqual([]);
    expect(modules).toBeGreaterThan(80);
  });

  describe('each rule notices the one import that it forbids', () => {
    let planted = '';
    beforeAll(async () => {
      planted = await mkdtemp(path.join(tmpdir(), 'muster-rules-'));
    });
    afterAll(() => rm(planted, { recursive: true, force: true }));

    /** rule → [the file that errs, its import, files that must exist] */
    const plants: Record<string, [string, string, string[]]> = {
      'domain-is-pure': ['src/domain/film.ts', 'node:fs', []],
      'recording-knows-the-domain-only': ['src/recording/outbox.ts', '../app/screen.ts', ['src/app/screen.ts']],
      'adapters-never-meet': ['src/recording/cmi5/a.ts', '../scorm12/b.ts', ['src/recording/scorm12/b.ts']],
      'lms-knows-no-standard': ['src/recording/lms/a.ts', '../scorm12/b.ts', ['src/recording/scorm12/b.ts']],
      'own-server-is-no-lms': ['src/recording/own-server/a.ts', '../lms/b.ts', ['src/recording/lms/b.ts']],
      'features-never-meet': ['src/app/officer/a.ts', '../commander/b.ts', ['src/app/commander/b.ts']],
      'officer-leaves-through-the-recorder': ['src/app/player/a.ts', '../api/client.ts', ['src/app/api/client.ts']],
      'server-as-a-type-only': ['src/app/api/client.ts', '../../server/app.ts', ['src/server/app.ts']],
      'server-draws-nothing': ['src/server/app.ts', '../app/screen.ts', ['src/app/screen.ts']],
      'packaging-takes-what-is-built': ['src/packaging/zip.ts', '../app/screen.ts', ['src/app/screen.ts']],
      'only-db-knows-the-driver': ['src/server/training/store.ts', 'node:sqlite', []],
      'only-the-player-knows-video-js': ['src/app/officer/film.ts', 'video.js', []],
      'no-parser-on-officer-screens': ['src/app/officer/form.ts', 'zod', []],
      'no-circles': ['src/domain/a.ts', './b.ts', []],
      'nothing-unresolved': ['src/domain/a.ts', './lost.ts', []],
    };

    test('every rule has its plant', () => {
      expect(Object.keys(plants).sort()).toEqual(rules.forbidden.map((rule) => rule.name).sort());
    });

    test.each(Object.entries(plants))('%s', async (rule, [errs, imported, others]) => {
      const house = path.join(planted, rule);
      await mkdir(house, { recursive: true });
      await symlink(path.join(root, 'node_modules'), path.join(house, 'node_modules'));
      await writeFile(path.join(house, 'package.json'), '{"type":"module","dependencies":{"zod":"4","video.js":"8"}}');
      for (const config of ['tsconfig.base.json', 'tsconfig.node.json']) {
        await writeFile(path.join(house, config), await readFile(path.join(root, config), 'utf8'));
      }
      const files = new Map(others.map((file) => [file, 'export const other = 1;\n']));
      files.set(errs, `import * as other from '${imported}';\nexport const here = other;\n`);
      if (rule === 'no-circles')
        files.set('src/domain/b.ts', "import { here } from './a.ts';\nexport const there = here;\n");
      for (const [file, text] of files) {
        await mkdir(path.dirname(path.join(house, file)), { recursive: true });
        await writeFile(path.join(house, file), text);
      }
      expect((await brokenRules(house)).broken).toContain(rule);
    });
  });
});

describe('the rooms of the house', () => {
  test('no folder is a drawer for everything', async () => {
    const drawers = new Set(['utils', 'types', 'hooks', 'services', 'lib', 'common', 'helpers', 'misc']);
    const found = (await filesIn('src')).filter((file) =>
      path
        .dirname(file)
        .split(path.sep)
        .some((part) => drawers.has(part)),
    );
    expect(found).toEqual([]);
  });

  test('a file does one thing: none above 300 lines, the median at most 80', async () => {
    const sources = (await filesIn('src')).filter((file) => /\.tsx?$/.test(file) && !/migrations|tables/.test(file));
    const lengths = await Promise.all(
      sources.map(async (file) => ({
        file,
        lines: (await readFile(path.join(root, file), 'utf8')).split('\n').length,
      })),
    );
    expect(lengths.filter(({ lines }) => lines > 300)).toEqual([]);
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(80);
  });

  test('only the configuration reads the environment', async () => {
    const sources = (await filesIn('src')).filter((file) => /\.tsx?$/.test(file) && file !== 'src/server/config.ts');
    const readers = await Promise.all(
      sources.map(async (file) =>
        (await readFile(path.join(root, file), 'utf8')).includes('process.env') ? file : null,
      ),
    );
    expect(
      readers.filter((file) => file !== null && !file.startsWith('src/cli/') && !file.startsWith('src/rendering/')),
    ).toEqual([]);
  });
});
