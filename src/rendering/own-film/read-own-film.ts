import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { languages } from '#domain/course/closed-lists.ts';
import { type InBothLanguages, inBothLanguages, type Language } from '#domain/course/course.ts';
import type { Narration, Storyboard } from '#domain/course/storyboard.ts';
import type { Caption } from '../captions.ts';
import type { FilmSources } from '../film-sources.ts';
import { readCaptions } from './caption-file.ts';
import { type Clip, readClip } from './clip.ts';
import { type ClipTimes, CueTimes, timesOf } from './cue-times.ts';
import { captionsFile, chiefFile, clipFile, cuesFile, ownFilesIn, type Part } from './own-files.ts';
import { type Remark, type Remarks, remark } from './remark.ts';
import { wordsByCue } from './spoken-words.ts';

/** A part of the film that somebody filmed: the whole of it, or the chief's scene. All times are on the clips' own clocks. */
export interface FilmedPart extends FilmSources {
  readonly part: Part;
  /** The same clip twice where the chief speaks one language and the other reads. */
  readonly clips: InBothLanguages<Clip>;
  /** Timed to the clip of their language. */
  readonly captions: InBothLanguages<readonly Caption[]>;
  readonly times: ClipTimes;
}

export interface OwnFilm extends Remarks {
  readonly own?: FilmedPart;
  readonly chief?: FilmedPart;
}

const Chief = z.strictObject({
  title: inBothLanguages(z.string().min(1)),
  seen: inBothLanguages(z.string().min(1)).optional(),
});

/** What an agency dropped into `video/own`, and everything about it that is wrong. Needs no ffmpeg. */
export function readOwnFilm(videoFolder: string, sources: FilmSources): OwnFilm {
  const { used, unknown } = ownFilesIn(videoFolder);
  const isThere = (part: Part) => used.some((file) => file.startsWith(`own/${part}.`));
  const wrong = unknown.map((file) =>
    remark(
      'own-film.unknown-file',
      file,
      '',
      'Nothing reads a file of this name: own or chief, .en or .es, .mp4 or .vtt.',
    ),
  );
  const look: Remark[] = [];
  const remarks = { wrong, look };
  const own = isThere('own') || used.includes(cuesFile) ? readWhole(videoFolder, sources, remarks) : undefined;
  const chief = isThere('chief') ? readChief(videoFolder, remarks) : undefined;
  return { ...remarks, ...(own && { own }), ...(chief && { chief }) };
}

function readWhole(videoFolder: string, sources: FilmSources, { wrong, look }: Remarks): FilmedPart | undefined {
  const clips = inBoth((language) => readClip(videoFolder, 'own', language, wrong));
  const captions = inBoth((language) => readCaptionFile(videoFolder, 'own', language, wrong));
  for (const language of languages)
    if (!existsSync(join(videoFolder, clipFile('own', language))))
      wrong.push(remark('own-film.missing-clip', clipFile('own', language), '', missingClip));
  const written = readJson(CueTimes, videoFolder, cuesFile, 'own-film.missing-times', missingTimes, wrong);
  if (!clips.en || !clips.es || !written) return undefined;
  const found = timesOf(written, sources.storyboard, { en: clips.en.seconds, es: clips.es.seconds });
  wrong.push(...found.wrong);
  if (!captions.en || !captions.es || found.wrong.length > 0) return undefined;
  const { storyboard, narration } = sources;
  const described = written.scenes.flatMap((scene) => scene.cues);
  if (described.every(({ seen }) => !seen)) look.push(remark('own-film.not-described', cuesFile, 'seen', notDescribed));
  const words = (language: Language, spoken: readonly Caption[]): Narration => ({
    ...narration[language],
    cues: wordsByCue(spoken, found.times[language].cues),
    seen: Object.fromEntries(described.flatMap(({ id, seen }) => (seen ? [[id, seen[language]]] : []))),
  });
  const said = { en: words('en', captions.en), es: words('es', captions.es) };
  for (const language of languages)
    for (const { id } of described)
      if (!said[language].cues[id])
        wrong.push(
          remark('own-film.silent-cue', captionsFile('own', language), id, `No caption lies in this cue: ${mend}`),
        );
  return {
    part: 'own',
    storyboard,
    narration: said,
    clips: { en: clips.en, es: clips.es },
    captions: { en: captions.en, es: captions.es },
    times: found.times,
  };
}

/** The chief's scene and its one cue are called this; no clause hangs on it. */
const chiefId = 'chief';
const chiefStoryboard: Storyboard = {
  scenes: [{ id: chiefId, drawing: chiefId, cues: [{ id: chiefId, speaker: 'command', clauses: [] }] }],
};

function readChief(videoFolder: string, { wrong, look }: Remarks): FilmedPart | undefined {
  const there = languages.filter((language) => existsSync(join(videoFolder, clipFile('chief', language))));
  const clips = inBoth((language) => readClip(videoFolder, 'chief', language, wrong));
  const captions = inBoth((language) => readCaptionFile(videoFolder, 'chief', language, wrong));
  const about = readJson(Chief, videoFolder, chiefFile, 'own-film.missing-title', missingTitle, wrong);
  if (there.length === 0) wrong.push(remark('own-film.missing-clip', clipFile('chief', 'en'), '', missingChief));
  const [only] = there;
  if (only && there.length === 1) {
    const other = only === 'en' ? 'es' : 'en';
    // Captions are on in the viewer's language until somebody turns them off, so that they may stand for a voice.
    if (captions[other]) look.push(remark('own-film.subtitled-only', clipFile('chief', other), '', subtitledOnly));
  }
  const [en, es] = [clips.en ?? clips.es, clips.es ?? clips.en];
  if (!en || !es || !captions.en || !captions.es || !about) return undefined;
  if (!about.seen) look.push(remark('own-film.not-described', chiefFile, 'seen', notDescribed));
  const whole = (clip: Clip, [first]: readonly Caption[], last: Caption | undefined): ClipTimes['en'] => ({
    scenes: { [chiefId]: { fromSeconds: 0, toSeconds: clip.seconds } },
    cues: {
      [chiefId]: {
        fromSeconds: first?.fromSeconds ?? 0,
        toSeconds: Math.min(last?.toSeconds ?? clip.seconds, clip.seconds),
      },
    },
  });
  const times = {
    en: whole(en, captions.en, captions.en.at(-1)),
    es: whole(es, captions.es, captions.es.at(-1)),
  };
  const words = (language: Language, spoken: readonly Caption[]): Narration => ({
    speakers: { command: about.title[language], association: about.title[language] },
    scenes: { [chiefId]: { title: about.title[language], words: {} } },
    cues: wordsByCue(spoken, times[language].cues),
    ...(about.seen && { seen: { [chiefId]: about.seen[language] } }),
  });
  return {
    part: 'chief',
    storyboard: chiefStoryboard,
    narration: { en: words('en', captions.en), es: words('es', captions.es) },
    clips: { en, es },
    captions: { en: captions.en, es: captions.es },
    times,
  };
}

const inBoth = <T>(read: (language: Language) => T): InBothLanguages<T> => ({ en: read('en'), es: read('es') });

function readCaptionFile(
  videoFolder: string,
  part: Part,
  language: Language,
  wrong: Remark[],
): readonly Caption[] | undefined {
  const file = captionsFile(part, language);
  const path = join(videoFolder, file);
  if (!existsSync(path)) {
    wrong.push(remark('own-film.missing-captions', file, '', missingCaptions[language]));
    return undefined;
  }
  const read = readCaptions(readFileSync(path, 'utf8'));
  if ('reason' in read) {
    wrong.push(remark('own-film.bad-captions', file, `line ${read.line}`, read.reason));
    return undefined;
  }
  return read;
}

function readJson<Schema extends z.ZodType>(
  schema: Schema,
  videoFolder: string,
  file: string,
  missing: Remark['code'],
  whenMissing: string,
  wrong: Remark[],
): z.infer<Schema> | undefined {
  const path = join(videoFolder, file);
  if (!existsSync(path)) {
    wrong.push(remark(missing, file, '', whenMissing));
    return undefined;
  }
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    if (parsed.success) return parsed.data;
    for (const { path: at, message } of parsed.error.issues)
      wrong.push(remark('own-film.schema', file, at.join('.'), message));
  } catch (error) {
    wrong.push(remark('own-film.schema', file, '', error instanceof Error ? error.message : String(error)));
  }
  return undefined;
}

const missingClip = 'The film is not there in this language. An own film is needed in both, or in neither.';
const missingTimes = 'It says when each cue is spoken. `npm run render -- --cue-list` writes it for you to fill in.';
const missingTitle =
  'It says what the scene is called: {"title": {"en": "From the chief", "es": "Mensaje de la jefatura"}}.';
const missingChief = 'There are captions of a clip, but no clip, neither in English nor in Spanish.';
const missingCaptions = {
  en: 'Nobody can follow the film in English without its captions: write them, or have your editor export them as WebVTT.',
  es: 'Nobody can follow the film in Spanish without its captions: write them, or have your editor export them as WebVTT.',
};
const mend = 'correct the times in cues.json, or the captions.';
const subtitledOnly =
  'The clip is there in one language: the other film plays it with captions. A voice-over would serve better who reads slowly or not.';
const notDescribed = 'People who cannot see the film are not told what it shows: write `seen` in both languages.';
