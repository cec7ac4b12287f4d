import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '#domain/course/closed-lists.ts';
import { Film } from '#domain/course/storyboard.ts';
import type { Studio } from './browser.ts';
import { checkFile } from './check-file.ts';
import { checkInk } from './check-ink.ts';
import { checkPictures } from './check-pictures.ts';
import { mostCameraRate, type Rendition, type RenditionName, renditionNames, renditions } from './encode.ts';
import type { FilmWork } from './film-making.ts';
import type { PlannedFilm } from './own-film/plan-film.ts';
import { listenToFilm, soundProblems, soundTable } from './sound-check.ts';
import { framesPerSecond, type Timeline } from './timeline.ts';

/** One line of the table: what was measured, against what is allowed. */
export interface Finding {
  readonly where: string;
  readonly what: string;
  readonly measured: string;
  readonly allowed: string;
  readonly isFine: boolean;
}

/** Measures the rendered film: files, pictures, type and sound. Needs ffmpeg. */
export async function checkFilm(
  studio: Studio | undefined,
  work: FilmWork,
  plan: PlannedFilm,
  media: string,
): Promise<Finding[]> {
  const film = Film.parse(JSON.parse(readFileSync(join(media, 'film.json'), 'utf8')));
  const findings: Finding[] = [];
  for (const language of languages) {
    const files = film.files[language];
    for (const rendition of renditionNames) {
      const file = rendition === 'large' ? files.video : files.small;
      if (file) findings.push(...checkFile(join(media, file), budgetOf(plan, rendition), film));
      else findings.push({ where: language, what: rendition, measured: 'missing', allowed: 'there', isFine: false });
    }
    findings.push(...checkPictures(join(media, files.small ?? files.video), film, language));
    if (studio) findings.push(...(await checkInk(studio, work, language)));
    const heard = listenToFilm(work.videoFolder, spokenHere(plan), language, join(media, files.video));
    work.say(soundTable(heard));
    const problems = soundProblems(heard);
    findings.push({
      where: language,
      what: 'sound out of line',
      measured: String(problems.length),
      allowed: '0',
      isFine: problems.length === 0,
    });
  }
  return findings;
}

/** A camera's pictures may take what they are capped at; what is drawn keeps to its own budget. */
export function budgetOf({ timeline, drawn }: PlannedFilm, name: RenditionName): Rendition {
  const { mostBytes, voice, ...rendition } = renditions[name];
  const filmedSeconds = (timeline.frames - drawn.timeline.frames) / framesPerSecond;
  const filmed = (filmedSeconds * ((mostCameraRate[name] + voice) * 1000)) / 8;
  return { ...rendition, voice, mostBytes: Math.round((drawn.timeline.frames > 0 ? mostBytes : 0) + filmed) };
}

/** The cues that have a recording, where the whole film speaks them. */
const spokenHere = ({ timeline, drawn }: PlannedFilm): Timeline => {
  const ids = new Set(drawn.timeline.cues.map(({ id }) => id));
  return { ...timeline, cues: timeline.cues.filter(({ id }) => ids.has(id)) };
};

/** The findings as lines of text, what is wrong marked with a word. */
export function table(findings: readonly Finding[]): string {
  const rows = findings.map(({ where, what, measured, allowed, isFine }) => [
    isFine ? 'ok' : 'WRONG',
    where,
    what,
    measured,
    allowed,
  ]);
  const heads = ['', 'where', 'what', 'measured', 'allowed'];
  const widths = heads.map((_, column) => Math.max(...[heads, ...rows].map((row) => row[column]?.length ?? 0)));
  return [heads, ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
