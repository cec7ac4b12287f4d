import type { Language } from '#domain/course/course.ts';
import type { Film } from '#domain/course/storyboard.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import { filmRecord, type WrittenCaptions } from '../film-record.ts';
import { type FilmSources, measureRecordings, readFilmSources, type SourceProblem } from '../film-sources.ts';
import type { Staging } from '../staging.ts';
import { layOut, mostAddedSilenceSeconds, pauses, type Timeline, type TimelineProblem } from '../timeline.ts';
import { noPauses, readPauses } from '../voice-pauses.ts';
import { captionsByScene, joinTimelines, layOutFilmed } from './lay-out-filmed.ts';
import { readOwnVoice, voiceRemarks } from './own-voice.ts';
import { type FilmedPart, readOwnFilm } from './read-own-film.ts';
import type { Remark } from './remark.ts';

/** The film as it is to be: what is drawn, what an agency filmed, and both together. */
export interface PlannedFilm extends FilmSources {
  /** Of the whole film. */
  readonly timeline: Timeline;
  /** What we draw and speak, on a clock of its own, so that a clip before it changes no picture; no scene with an own film. */
  readonly drawn: Staging;
  /** In the order of the film, before what is drawn. */
  readonly filmed: readonly FilmedPart[];
  readonly written: WrittenCaptions;
  /** Not wrong, but somebody may suffer from it. */
  readonly look: readonly Remark[];
}

export type OwnFilmProblem = { code: 'own-film'; remarks: readonly Remark[] };
type PlanProblem = SourceProblem | TimelineProblem | OwnFilmProblem;

const nothing: Timeline = { frames: 0, scenes: [], cues: [] };

/** Plans the film of a course from storyboard, narration, recordings and what lies in `video/own`. Needs no ffmpeg. */
export function planFilm(videoFolder: string): Result<PlannedFilm, PlanProblem> {
  const sources = readFilmSources(videoFolder);
  if (!sources.ok) return sources;
  const { own, chief, wrong, look } = readOwnFilm(videoFolder, sources.value);
  if (wrong.length > 0) return fail({ code: 'own-film', remarks: wrong });
  const spoken = own ? undefined : speak(videoFolder, sources.value);
  if (spoken && !spoken.ok) return spoken;
  const { timeline: ours, look: ofVoice } = spoken?.value ?? { timeline: nothing, look: [] };
  const filmed = [chief, own].filter((part) => part !== undefined);
  const { storyboard, narration } = filmed.reduceRight(before, own ? noSources(sources.value) : sources.value);
  const timeline = filmed.reduceRight((later, part) => joinTimelines(layOutFilmed(part), later), ours);
  const heard = own ? noPauses : readPauses(videoFolder);
  const written = (words: Language, voice: Language) =>
    new Map(filmed.flatMap((part) => [...captionsByScene(part, timeline, words, voice)]));
  const drawn = { timeline: ours, narration: sources.value.narration, heard };
  return succeed({ storyboard, narration, timeline, drawn, filmed, written, look: [...look, ...ofVoice] });
}

/** The record of a planned film: what the rendering writes and the checks expect. */
export const recordOf = (courseId: string, { timeline, narration, drawn, storyboard }: PlannedFilm): Film => {
  const record = filmRecord(courseId, timeline, narration, drawn.heard);
  const isFilmed = storyboard.scenes.length > 0 && drawn.timeline.frames === 0;
  const photo = (voice: Language) => ({ ...record.files[voice], poster: `poster.${voice}.jpg` });
  return isFilmed ? { ...record, files: { en: photo('en'), es: photo('es') } } : record;
};

/** A person speaks as long as it takes: what the other language waits is told instead of refused. */
function speak(videoFolder: string, { storyboard }: FilmSources) {
  const spoken = readOwnVoice(videoFolder);
  const isOwn = spoken.en.size + spoken.es.size > 0;
  const most = isOwn ? Number.POSITIVE_INFINITY : mostAddedSilenceSeconds;
  const laidOut = layOut(storyboard, measureRecordings(videoFolder, storyboard), pauses, most);
  if (!laidOut.ok) return laidOut;
  const look = isOwn ? voiceRemarks(storyboard, spoken, laidOut.value) : [];
  return succeed({ timeline: laidOut.value, look });
}

const noSources = ({ narration: { en, es } }: FilmSources): FilmSources => ({
  storyboard: { scenes: [] },
  narration: { en: { ...en, scenes: {}, cues: {}, seen: {} }, es: { ...es, scenes: {}, cues: {}, seen: {} } },
});

/** The words of a filmed part before those of the rest. */
function before(rest: FilmSources, part: FilmedPart): FilmSources {
  const both = (language: Language) => ({
    ...rest.narration[language],
    scenes: { ...part.narration[language].scenes, ...rest.narration[language].scenes },
    cues: { ...part.narration[language].cues, ...rest.narration[language].cues },
    seen: { ...part.narration[language].seen, ...rest.narration[language].seen },
  });
  return {
    storyboard: { scenes: [...part.storyboard.scenes, ...rest.storyboard.scenes] },
    narration: { en: both('en'), es: both('es') },
  };
}
