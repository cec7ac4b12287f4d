/**
 * `npm run package [-- --standard scorm12|scorm2004|cmi5] [--lms NAME] [--media inside|https://…/] [--quality 480|1080]
 * [--languages en|es|en,es] [--exit suspend-or-normal|always-suspend] [--out FOLDER]`: packages for LMSs out of the built
 * screens and the course (docs/lms.md). Exit code 1: what stands in the way is said in a sentence.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { packageFile } from '#packaging/edition-names.ts';
import { type Files, type PackageSources, packageFiles } from '#packaging/package-files.ts';
import { packedCourse } from '#packaging/packed-course.ts';
import { licencesIn, screensIn } from '#packaging/screens.ts';
import { bytesWithoutFilmAndFonts, zipped } from '#packaging/zip.ts';
import { readConfig } from '#server/config.ts';
import { loadCourse } from '#server/course/course-folder.ts';
import { type PackageOptions, readPackageOptions } from './package/options.ts';
import { inKilobytes, inMegabytes } from './package/sizes.ts';
import { unitWords } from './package/unit-words.ts';
import { endProgress, showProgress } from './records/command.ts';
import { buildIfStale, lmsScreens } from './start-build.ts';
import { terminalWords } from './start-words.ts';

/** A zip of the kind that every LMS opens holds 4 GB, and no LMS takes half of it. */
const mostBytes = 2_000_000_000;

const home = resolve(import.meta.dirname, '../..');
const config = readConfig(process.env, home);
const say = terminalWords(home, config.language, 'package');

process.exitCode = await makePackages().catch((error: NodeJS.ErrnoException) => {
  // Without a code it is nothing that disk or folders refuse, but a bug, and whoever mends it needs its place.
  if (error.code === undefined) throw error;
  endProgress();
  return stop(say('package.failed', { reason: error.message }));
});

async function makePackages(): Promise<0 | 1> {
  const read = readPackageOptions(process.argv.slice(2));
  if (!read.ok) return stop(say(read.error.code, read.error), say('package.usage'));
  const { courseFolder, mediaFolder } = config;
  const course = loadCourse(courseFolder, mediaFolder);
  if (!course.ok) {
    const lines = course.error.problems.map(({ file, path, reason }) => `  ${file}${path && ` · ${path}`}: ${reason}`);
    return stop(say('package.brokenCourse', { folder: courseFolder }), ...lines);
  }
  const { pack } = course.value;
  const { inside, outside } = packedCourse(pack, read.value.choices);
  const missing = [...inside, ...outside].find((name) => !existsSync(join(mediaFolder, name)));
  if (missing) return stop(say('package.noFilm', { file: join(mediaFolder, missing) }));

  const sources = {
    pack,
    words: unitWords(home),
    screens: await screens(read.value),
    readMedia: onceEach(mediaFolder),
  };
  return writePackages(sources, read.value, outside);
}

/** The built screens, and the licences of all that is in them. */
async function screens({ app }: PackageOptions): Promise<Files> {
  if (app === undefined) await buildIfStale(home, lmsScreens, () => console.log(say('package.building')));
  const folder = app === undefined ? join(home, lmsScreens.folder) : resolve(app);
  return new Map([...screensIn(folder), ...licencesIn(home)]);
}

function writePackages(sources: PackageSources, options: PackageOptions, outside: readonly string[]): 0 | 1 {
  const { standards, choices, out } = options;
  mkdirSync(out, { recursive: true });
  for (const standard of standards) {
    const file = join(out, packageFile(sources.pack, standard, choices));
    showProgress(say('package.zipping', { file }));
    const files = packageFiles(standard, sources, choices);
    if ([...files.values()].reduce((sum, { length }) => sum + length, 0) > mostBytes) {
      endProgress();
      return stop(say('package.tooLarge'));
    }
    const bytes = zipped(files);
    // Whoever stops it halfway finds no half package under a whole one's name.
    writeFileSync(`${file}.part`, bytes);
    renameSync(`${file}.part`, file);
    endProgress();
    console.log(
      say('package.made', {
        file,
        all: inMegabytes(bytes.length, config.language),
        rest: inKilobytes(bytesWithoutFilmAndFonts(files), config.language),
      }),
    );
  }
  if (outside.length > 0) {
    console.log(say('package.putThere', { address: choices.media }));
    console.log(outside.map((name) => `  ${join(config.mediaFolder, name)}`).join('\n'));
  }
  return 0;
}

/** Three packages hold the same film. */
function onceEach(folder: string) {
  const read = new Map<string, Uint8Array>();
  return (name: string) => {
    const bytes = read.get(name) ?? readFileSync(join(folder, name));
    read.set(name, bytes);
    return bytes;
  };
}

function stop(...lines: string[]): 1 {
  console.error(lines.join('\n'));
  return 1;
}
