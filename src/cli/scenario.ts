/**
 * `npm run scenario S1`: one scenario as its author sees it: graph, check and the real screen in a browser; `--svg` and
 * `--play` for those without one. What stands in the way is said in one sentence, with exit code 1.
 */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { lookAtCourse, mediaFolderOf, problemLines, shippedCourse } from './course/look.ts';
import { drawScenario } from './scenario/drawing.ts';
import { readOptions, usage } from './scenario/options.ts';
import { play } from './scenario/play.ts';
import { preview } from './scenario/preview.ts';

process.exitCode = await showScenario(process.argv.slice(2));

async function showScenario(args: readonly string[]): Promise<0 | 1> {
  const options = readOptions(args);
  if (typeof options === 'string') {
    return stop(options, ...usage, `Scenarios: ${idsUnder(shippedCourse).join(', ')}`);
  }
  const { id, language, svg, seed } = options;
  const folder = resolve(options.course ?? shippedCourse);
  const mediaFolder = options.media ? resolve(options.media) : mediaFolderOf(folder);
  if (!existsSync(folder)) return stop(`There is no course folder ${folder}.`);

  const { pack, problems } = lookAtCourse(folder, mediaFolder);
  const known = idsUnder(folder).filter((each) => !pack || each in pack.scenarios);
  const ids = `Scenarios: ${known.join(', ') || 'none'}`;
  if (!pack) return stop(`The course in ${folder} cannot be read.`, ...problemLines(problems), ids);
  if (id === pack.course.cardSort) return stop(`${id} is the card sort: it has no decisions to draw.`, ids);
  const scenario = pack.scenarios[id];
  if (!scenario) return stop(`The course has no scenario ${id}.`, ids);

  if (options.play) {
    return play({ pack, scenario, language, seed: seed ?? String(Date.now() % 100_000) }, console.log);
  }
  if (svg === undefined) return preview({ ...options, folder, mediaFolder, print: console.log, stop });
  const file = resolve(svg);
  try {
    writeFileSync(file, await drawScenario(pack, scenario, language));
  } catch (error) {
    return stop(`${file} cannot be written: ${error instanceof Error ? error.message : error}`);
  }
  console.log(file);
  return 0;
}

function stop(...lines: string[]): 1 {
  console.error(lines.join('\n'));
  return 1;
}

/** By their files, since a course that cannot be read has no list. */
function idsUnder(folder: string): string[] {
  const scenarios = join(folder, 'scenarios');
  if (!existsSync(scenarios)) return [];
  return readdirSync(scenarios)
    .filter((file) => /^S\d+\.json$/.test(file))
    .map((file) => file.slice(0, -'.json'.length))
    .sort((one, other) => Number(one.slice(1)) - Number(other.slice(1)));
}
