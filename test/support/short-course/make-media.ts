/**
 * Makes the 30-second film that browser tests play: `node test/support/short-course/make-media.ts`. Needs ffmpeg.
 * The result is committed; tests never run this.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Narration, Storyboard } from '#domain/course/storyboard.ts';
import { filmRecord, filmTexts } from '#rendering/film-record.ts';
import { layOut } from '#rendering/timeline.ts';

const course = import.meta.dirname;
const media = join(course, 'media/short-course');
const read = (path: string) => JSON.parse(readFileSync(join(course, path), 'utf8'));

const storyboard = Storyboard.parse(read('video/storyboard.json'));
const narration = {
  en: Narration.parse(read('video/narration/en.json')),
  es: Narration.parse(read('video/narration/es.json')),
};
const about = { en: read('text/en.json'), es: read('text/es.json') };
const cues = storyboard.scenes.flatMap((scene) => scene.cues.map((cue) => cue.id));
const pauses = { before: 0.5, between: 0.5, after: 0.5 };
const silent = storyboard.scenes.length + (cues.length - storyboard.scenes.length) * pauses.between;
const spoken = (seconds: number) => Object.fromEntries(cues.map((id) => [id, seconds]));
const length = (30 - silent) / cues.length;
const timeline = layOut(storyboard, { en: spoken(length), es: spoken(length - 0.25) }, pauses);
if (!timeline.ok) throw new Error(timeline.error.code);
const film = filmRecord('short-course', timeline.value, narration);

// A small film as an agency might bring it: in one size.
for (const language of ['en', 'es'] as const) delete film.files[language].small;

mkdirSync(media, { recursive: true });
for (const [name, text] of Object.entries(filmTexts(film, { storyboard, narration }, about)))
  writeFileSync(join(media, name), text);
writeFileSync(join(media, 'film.json'), `${JSON.stringify(film, null, 2)}\n`);

const colours = ['0x0B1B33', '0x0F6B63', '0x8A2B4B', '0x7A5200'];
for (const language of ['en', 'es'] as const) {
  const parts = film.scenes.map((scene, index) => {
    const title = scene.title[language].replaceAll("'", '’');
    const seconds = scene.toSeconds - scene.fromSeconds;
    const text = `drawtext=text='${title}':fontcolor=white:fontsize=24:x=(w-tw)/2:y=60`;
    const clock = "drawtext=text='%{pts\\:hms}':fontcolor=white:fontsize=20:x=(w-tw)/2:y=100";
    return `color=c=${colours[index % colours.length]}:s=320x180:r=30:d=${seconds},${text},${clock}[s${index}]`;
  });
  const joined = `${film.scenes.map((_, index) => `[s${index}]`).join('')}concat=n=${film.scenes.length}[v]`;
  const tone = `sine=frequency=${language === 'en' ? 220 : 330}:duration=${film.durationSeconds}:r=48000,volume=0.1[a]`;
  const encoding = '-c:v libx264 -profile:v high -pix_fmt yuv420p -crf 32 -g 30 -c:a aac -b:a 24k -ac 1 -t 30'.split(
    ' ',
  );
  const outFile = join(media, `video.${language}.mp4`);
  const inputs = ['-filter_complex', [...parts, joined, tone].join(';'), '-map', '[v]', '-map', '[a]'];
  execFileSync('ffmpeg', ['-y', '-v', 'error', ...inputs, ...encoding, '-movflags', '+faststart', outFile]);
}
for (const { video, poster } of Object.values(film.files)) {
  const still = ['-ss', '2', '-i', join(media, video), '-frames:v', '1', join(media, poster)];
  execFileSync('ffmpeg', ['-y', '-v', 'error', ...still]);
}
