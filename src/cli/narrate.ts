/**
 * Makes the narration's recordings with a voice of your choice:
 *
 *   node src/cli/narrate.ts --voice "path/to/speak" [--all] [--only es/civil-what]
 *
 * The voice is any program that reads one JSON job a line, `{text, language, voice, speed, out}`, writes a WAV file to
 * `out` for each and ends. Which voice speaks for whom, and how words are respelled for it, stands in
 * `video/narration/voices.json` and `pronunciation.json`. Recordings are kept as Opus beside the words; only cues
 * without a recording are spoken unless `--all` or `--only` says so, so a person's own recording is never overwritten by chance.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { languages } from '#domain/course/closed-lists.ts';
import type { InBothLanguages, Language } from '#domain/course/course.ts';
import { readFilmSources, recordingOf } from '#rendering/film-sources.ts';
import { measure } from '#rendering/narration-files.ts';
import { fitPace } from '#rendering/pace.ts';

const { values: options } = parseArgs({
  options: {
    voice: { type: 'string' },
    all: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    pack: { type: 'string', default: 'content/civil-criminal-warrants' },
  },
});
const stop = (sentence: string): never => {
  console.error(sentence);
  process.exit(1);
};
const command = options.voice ?? stop('Name the program that speaks: --voice "path/to/speak".');
const folder = join(options.pack, 'video');
const read = readFilmSources(folder);
if (!read.ok) stop(`The film's sources cannot be read: ${JSON.stringify(read.error)}`);
const { storyboard, narration } = read.ok ? read.value : stop('');
const side = (name: string) => JSON.parse(readFileSync(join(folder, 'narration', name), 'utf8'));
const voices: InBothLanguages<Record<string, string>> = side('voices.json');
const pronunciation: InBothLanguages<Record<string, string>> = side('pronunciation.json');

const scratch = mkdtempSync(join(tmpdir(), 'muster-narration-'));
const wav = (language: Language, id: string) => join(scratch, `${language}-${id}.wav`);
const cues = storyboard.scenes.flatMap((scene) => scene.cues);
const spoken = (language: Language, text: string) =>
  Object.entries(pronunciation[language]).reduce((line, [word, sound]) => line.replaceAll(word, sound), text);

const wanted = (language: Language, id: string) =>
  options.all || options.only?.includes(`${language}/${id}`) || !existsSync(recordingOf(folder, language, id));

function speak(speeds?: InBothLanguages<Readonly<Record<string, number>>>) {
  const jobs = languages.flatMap((language) =>
    cues
      .filter(({ id }) => wanted(language, id))
      .map(({ id, speaker }) => ({
        text: spoken(language, narration[language].cues[id] ?? ''),
        language,
        voice: voices[language][speaker],
        speed: speeds?.[language][id] ?? 1,
        out: wav(language, id),
      })),
  );
  const input = jobs.map((job) => JSON.stringify(job)).join('\n');
  const { status } = spawnSync(command, { shell: true, input, stdio: ['pipe', 'ignore', 'inherit'] });
  const silent = jobs.find((job) => !existsSync(job.out));
  if (status !== 0 || silent) stop(`The voice program failed${silent ? ` at ${silent.out}` : ''}.`);
  return jobs;
}
const probe = (file: string) =>
  Number(execFileSync('ffprobe', ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', file]));
/** Of cues that are spoken now: the voice's own pace. Of the others: the recording as it is. */
const lengths = (language: Language) =>
  Object.fromEntries(
    cues.map(({ id }) => [
      id,
      wanted(language, id) ? probe(wav(language, id)) : (measure(recordingOf(folder, language, id)) ?? 0),
    ]),
  );

/** Every recording at one loudness, so that neither speaker is louder: −18 LUFS leaves room for the film's own level. */
function encode(from: string, to: string) {
  const measured = spawnSync('ffmpeg', ['-hide_banner', '-i', from, '-af', 'ebur128', '-f', 'null', '-'], {
    encoding: 'utf8',
  }).stderr;
  const loudness = Number(
    /I:\s+(-?[\d.]+) LUFS\s+Threshold/.exec(measured.slice(measured.lastIndexOf('Summary')))?.[1],
  );
  const gain = Number.isFinite(loudness) && loudness > -60 ? -18 - loudness : 0;
  const filter = `volume=${gain.toFixed(2)}dB,alimiter=limit=0.8:level=disabled`;
  mkdirSync(dirname(to), { recursive: true });
  const opus = ['-ac', '1', '-c:a', 'libopus', '-b:a', '40k', '-application', 'voip', '-map_metadata', '-1'];
  execFileSync('ffmpeg', ['-y', '-v', 'error', '-i', from, '-af', filter, ...opus, to]);
}

console.log('Speaking every cue twice: once to measure, once at the fitted pace.');
speak();
const jobs = speak(fitPace(storyboard, narration, { en: lengths('en'), es: lengths('es') }));
for (const { language, out } of jobs) {
  const id = out.slice(wav(language, '').length - '.wav'.length, -'.wav'.length);
  encode(out, recordingOf(folder, language, id));
}
rmSync(scratch, { recursive: true });
console.log(`Done: ${jobs.length} recordings written, ${cues.length * 2 - jobs.length} kept. Now run the rendering.`);
