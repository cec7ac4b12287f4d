import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '#domain/course/closed-lists.ts';
import type { Language } from '#domain/course/course.ts';
import type { Storyboard } from '#domain/course/storyboard.ts';
import { captions } from '../film-record.ts';
import { type FilmSources, sourceHashes } from '../film-sources.ts';
import type { MediaLock } from '../media-lock.ts';
import { problemInWords } from '../problems.ts';
import { framesPerSecond } from '../timeline.ts';
import { hardToRead, minutes } from './caption-file.ts';
import { layOutFilmed } from './lay-out-filmed.ts';
import { captionsFile, chiefFile, clipFile, cuesFile, ownFilesIn, ownFolder } from './own-files.ts';
import { ownVoiceFile } from './own-voice.ts';
import { type PlannedFilm, planFilm, recordOf } from './plan-film.ts';
import { type Remark, type Remarks, remark } from './remark.ts';

/** A picture that stands longer than this while nobody speaks looks like a film that hangs. */
const mostHeldSeconds = 3;
/** The training promises five minutes; a quarter of a minute more is not noticed. */
const mostFilmSeconds = 315;

export interface OwnFilmLook extends Remarks {
  /** What the film says with what an agency filmed, to be held against the film that was rendered. */
  readonly says?: FilmSources;
}

/** Everything to be said of an agency's own film or voice; nothing where a course has neither. Needs no ffmpeg. */
export function checkOwnFilm(videoFolder: string, mediaFolder: string): OwnFilmLook {
  const { used, unknown } = ownFilesIn(videoFolder);
  const rendered = renderedFrom(mediaFolder);
  const isOwn = used.length + unknown.length > 0;
  const hasBeenOwn = Object.keys(rendered).some((file) => file.startsWith(`${ownFolder}/`));
  if (!isOwn && !hasBeenOwn && !existsSync(join(videoFolder, ownVoiceFile))) return { wrong: [], look: [] };
  const planned = planFilm(videoFolder);
  if (!planned.ok) {
    const { error } = planned;
    if (error.code === 'own-film') return { wrong: [...error.remarks], look: [] };
    return { wrong: [remark('own-film.cannot-be-made', ownFolder, '', problemInWords(error))], look: [] };
  }
  const plan = planned.value;
  return {
    wrong: stale(sourceHashes(videoFolder, plan.storyboard), rendered),
    look: [...plan.look, ...held(plan), ...tooLong(plan), ...captionsToMend(plan)],
    says: { storyboard: plan.storyboard, narration: plan.narration },
  };
}

/** Hashes of what the film in the media folder was rendered from. */
function renderedFrom(mediaFolder: string): MediaLock['sources'] {
  const lock = join(mediaFolder, 'media.lock.json');
  return existsSync(lock) ? (JSON.parse(readFileSync(lock, 'utf8')) as MediaLock).sources : {};
}

function stale(now: MediaLock['sources'], rendered: MediaLock['sources']): Remark[] {
  const isOwn = (file: string) => file.startsWith(`${ownFolder}/`);
  const changed = [...new Set([...Object.keys(now), ...Object.keys(rendered)])]
    .filter((file) => now[file] !== rendered[file])
    .sort((one, other) => Number(isOwn(other)) - Number(isOwn(one)));
  const [first = ''] = changed;
  const more = changed.length > 1 ? ` and ${changed.length - 1} more` : '';
  const reason = `${first}${more} changed since the film was rendered: npm run render.`;
  return changed.length > 0 ? [remark('own-film.stale', first, '', reason)] : [];
}

/** Scenes of which one language holds its last picture for long. */
const held = ({ filmed }: PlannedFilm): Remark[] =>
  filmed.flatMap((part) =>
    layOutFilmed(part).scenes.flatMap(({ id, addedSilence }) =>
      languages
        .filter((language) => addedSilence[language] > mostHeldSeconds)
        .map((language) => {
          const other = language === 'en' ? 'es' : 'en';
          const reason = `Its last picture stands for ${addedSilence[language].toFixed(1)} s until ${other} has ended, so that a place means the same in both: cut the ${other} scene shorter, or this one longer.`;
          return remark('own-film.held', part.part === 'own' ? cuesFile : chiefFile, `${id}.${language}`, reason);
        }),
    ),
  );

function tooLong({ timeline, filmed, drawn }: PlannedFilm): Remark[] {
  const seconds = timeline.frames / framesPerSecond;
  const [first] = filmed;
  if (!first || seconds <= mostFilmSeconds) return [];
  const clip = (timeline.frames - drawn.timeline.frames) / framesPerSecond;
  const ofIt = drawn.timeline.frames > 0 ? `, ${minutes(clip)} of it the chief’s clip` : '';
  const reason = `The film lasts ${minutes(seconds)}${ofIt}. It must be watched whole, and the training promises five minutes: cut it, or plan the roll call for it.`;
  return [remark('own-film.long-film', clipFile(first.part, 'en'), '', reason)];
}

/** Captions that an agency wrote, and the other language's on each voice, which are made from the cues. */
const captionsToMend = (plan: PlannedFilm): Remark[] =>
  plan.filmed.flatMap(({ part, captions: own, storyboard }) => [
    ...languages.flatMap((language) => hardToRead(own[language], captionsFile(part, language))),
    ...languages.flatMap((voice) => translated(plan, storyboard, voice)),
  ]);

function translated(plan: PlannedFilm, { scenes }: Storyboard, voice: Language): Remark[] {
  const words = voice === 'en' ? 'es' : 'en';
  const written = plan.written(words, voice);
  const ids = new Set(scenes.map(({ id }) => id).filter((id) => !written.has(id)));
  const film = recordOf('own', plan);
  const made = captions({ ...film, cues: film.cues.filter((cue) => ids.has(cue.sceneId)) }, words, voice);
  const hasty = hardToRead(made, cuesFile).length;
  const reason = `${hasty} of ${made.length} captions in ${words} have to be read too fast or stand too long on the film that speaks ${voice}: say the same shorter in ${words}, or take longer in ${voice}.`;
  return hasty > 0 ? [remark('own-film.hard-to-read', cuesFile, `${words}.on-${voice}`, reason)] : [];
}
