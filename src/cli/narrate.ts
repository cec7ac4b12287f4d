/**
 * Makes the narration's recordings with a voice of your choice, or listens to your own:
 *
 *   node src/cli/narrate.ts --voice "path/to/speak" [--all] [--only es/civil-what]
 *   node src/cli/narrate.ts --take FOLDER
 *   node src/cli/narrate.ts --listen
 *
 * The voice is any program that reads one JSON job a line, `{text, language, voice, speed, out}`, writes a WAV file to
 * `out` for each and ends. Which voice speaks for whom, and how words are respelled for it, stands in
 * `video/narration/voices.json` and `pronunciation.json`. Recordings are kept as Opus beside the words; only cues
 * without a recording are spoken unless `--all` or `--only` says so, so a person's own recording is never overwritten by
 * chance. `--take` puts a person's recordings in their place: `FOLDER/{en,es}/<cue>.wav`, or any sound that ffmpeg reads
 * (docs/own-film.md). Either way `pauses.json` then says where each recording pauses, which the captions go by; run `--listen` after
 * you put a recording of your own in place.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { languages } from '#domain/course/closed-lists.ts';
import type { InBothLanguages, Language } from '#domain/course/course.ts';
import { hasFfmpeg } from '#rendering/encode.ts';
import { readFilmSources, recordingOf } from '#rendering/film-sources.ts';
import { measure } from '#rendering/narration-files.ts';
import { faultsOfTake, takesIn, takeVoice } from '#rendering/own-film/take-voice.ts';
import { fitPace, fitRoom, sentenceRoomSeconds } from '#rendering/pace.ts';
import { problemInWords } from '#rendering/problems.ts';
import { readPronunciation, respelled } from '#rendering/pronunciation.ts';
import { listenToAll } from '#rendering/voice-pauses.ts';
import { secondsTogether, sentencesOf, writeRecording } from '#rendering/write-recording.ts';

const { values: options } = parseArgs({
  options: {
    voice: { type: 'string' },
    listen: { type: 'boolean', default: false },
    take: { type: 'string' },
    all: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    pack: { type: 'string', default: 'content/civil-criminal-warrants' },
  },
});
const stop = (sentence: string): never => {
  console.error(sentence);
  process.exit(1);
};
const folder = join(options.pack, 'video');
const read = readFilmSources(folder);
if (!read.ok) stop(problemInWords(read.error));
const { storyboard, narration } = read.ok ? read.value : stop('');
const cues = storyboard.scenes.flatMap((scene) => scene.cues);
const cueIds = cues.map(({ id }) => id);
if (options.listen) {
  listenToAll(folder, cueIds);
  console.log('Listened to every recording. Now run the rendering.');
  process.exit(0);
}

if (options.take) {
  take(options.take);
  process.exit(0);
}

const command = options.voice ?? stop('Name the program that speaks: --voice "path/to/speak".');
const voices: InBothLanguages<Record<string, string>> = JSON.parse(
  readFileSync(join(folder, 'narration', 'voices.json'), 'utf8'),
);
const pronunciation = readPronunciation(folder);
const scratch = mkdtempSync(join(tmpdir(), 'muster-narration-'));
const sentences = (language: Language, id: string) => sentencesOf(narration[language].cues[id] ?? '');
const wavs = (language: Language, id: string) =>
  sentences(language, id).map((_, index) => join(scratch, `${language}-${id}-${index + 1}.wav`));

const wanted = (language: Language, id: string) =>
  options.all || options.only?.includes(`${language}/${id}`) || !existsSync(recordingOf(folder, language, id));

function take(from: string) {
  if (!hasFfmpeg())
    stop('Taking recordings needs ffmpeg: install it (Debian: apt-get install ffmpeg) and run this again.');
  const { takes, strange } = takesIn(from, cueIds);
  for (const path of strange)
    console.error(
      `${path}: no cue is called so. Recordings lie in en and es and are named by cue, as in en/${cueIds[0]}.wav.`,
    );
  const faults = takes.flatMap((each) =>
    faultsOfTake(each, { storyboard, narration }).map((fault) => `${each.path}: ${fault}.`),
  );
  for (const fault of faults) console.error(fault);
  if (takes.length === 0) stop(`There is no recording in ${from}. Cues: ${cueIds.join(', ')}`);
  takeVoice(folder, takes, cueIds);
  console.log(`${takes.length} recordings taken. See npm run check:content, then npm run render.`);
}

/** Speaks sentence by sentence: voices run the sentences of a paragraph together. */
function speak(speeds?: InBothLanguages<Readonly<Record<string, number>>>) {
  const spoken = languages.flatMap((language) =>
    cues.filter(({ id }) => wanted(language, id)).map(({ id, speaker }) => ({ language, id, speaker })),
  );
  const jobs = spoken.flatMap(({ language, id, speaker }) =>
    sentences(language, id).map((sentence, index) => ({
      text: respelled(sentence, pronunciation[language]),
      language,
      voice: voices[language][speaker],
      speed: speeds?.[language][id] ?? 1,
      out: wavs(language, id)[index] ?? '',
    })),
  );
  const input = jobs.map((job) => JSON.stringify(job)).join('\n');
  const { status } = spawnSync(command, { shell: true, input, stdio: ['pipe', 'ignore', 'inherit'] });
  const silent = jobs.find((job) => !existsSync(job.out));
  if (status !== 0 || silent) stop(`The voice program failed${silent ? ` at ${silent.out}` : ''}.`);
  return spoken;
}
/** Of cues that are spoken now: as the voice said them. Of the others: the recording as it is. */
const lengths = (language: Language) =>
  Object.fromEntries(
    cueIds.map((id) => [
      id,
      wanted(language, id)
        ? secondsTogether(wavs(language, id), sentenceRoomSeconds.least)
        : (measure(recordingOf(folder, language, id)) ?? 0),
    ]),
  );
const gaps = (language: Language) =>
  Object.fromEntries(cueIds.map((id) => [id, wanted(language, id) ? sentences(language, id).length - 1 : 0]));

console.log('Speaking every cue twice: once to measure, once at the fitted pace.');
speak();
const spoken = speak(fitPace(storyboard, narration, { en: lengths('en'), es: lengths('es') }));
const rooms = fitRoom(storyboard, { en: lengths('en'), es: lengths('es') }, { en: gaps('en'), es: gaps('es') });
for (const { id, language } of spoken)
  writeRecording(
    wavs(language, id),
    recordingOf(folder, language, id),
    rooms[language][id] ?? sentenceRoomSeconds.least,
  );
listenToAll(folder, cueIds);
rmSync(scratch, { recursive: true });
console.log(
  `Done: ${spoken.length} recordings written, ${cues.length * 2 - spoken.length} kept. Now run the rendering.`,
);
