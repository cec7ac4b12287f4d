import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '#domain/course/course.ts';
import type { Studio } from './browser.ts';
import { still } from './draw.ts';
import type { FilmWork } from './film-making.ts';
import { staged } from './staging.ts';
import { framesPerSecond } from './timeline.ts';

const acrossAndDown = [4, 6] as const;

/** Stills at these seconds of the film, several to a sheet, so that a whole film can be looked at. Returns the sheets. */
export async function contactSheets(
  studio: Studio,
  work: FilmWork,
  language: Language,
  seconds: readonly number[],
  height: number,
): Promise<string[]> {
  const { timeline, keptIn, say } = work;
  const scenes = staged(work, language);
  const page = await studio.openPage(height);
  const folder = join(keptIn, `stills.${language}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [index, at] of seconds.entries()) {
    const frame = Math.min(timeline.frames - 1, Math.max(0, Math.round(at * framesPerSecond)));
    const number = timeline.scenes.findIndex((scene) => frame < scene.toFrame);
    const [scene, timed] = [scenes[number], timeline.scenes[number]];
    if (!scene || !timed) continue;
    const { png, misfits } = await still(page, scene, (frame - timed.fromFrame) / framesPerSecond);
    writeFileSync(join(folder, `${String(index).padStart(3, '0')}.png`), png);
    for (const misfit of misfits) say(`${language}, ${at.toFixed(1)} s: does not fit its place: “${misfit}”`);
  }
  await page.close();
  const [across, down] = acrossAndDown;
  const tile = `scale=640:-1,tile=${across}x${down}:padding=4:color=0x808080`;
  const sheets = join(keptIn, `sheet.${language}.%02d.png`);
  const args = ['-y', '-v', 'error', '-framerate', '1', '-i', join(folder, '%03d.png'), '-vf', tile, sheets];
  if (spawnSync('ffmpeg', args, { stdio: 'inherit' }).status !== 0)
    throw new Error('ffmpeg could not lay out the sheet');
  return Array.from({ length: Math.ceil(seconds.length / (across * down)) }, (_, index) =>
    sheets.replace('%02d', String(index + 1).padStart(2, '0')),
  );
}
