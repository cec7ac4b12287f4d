import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type { Picture } from './draw.ts';
import { framesPerSecond } from './timeline.ts';

export const hasFfmpeg = () => spawnSync('ffmpeg', ['-version'], { stdio: 'ignore' }).status === 0;

/** One size of the film. Both are made from one drawing. */
export interface Rendition {
  readonly width: number;
  readonly height: number;
  /** Constant quality of libx264; higher is coarser. */
  readonly quality: number;
  /** Kilobits a second of the voice. */
  readonly voice: number;
  readonly mostBytes: number;
}
export const renditions = {
  /** Projectors and desks. */
  large: { width: 1920, height: 1080, quality: 24, voice: 80, mostBytes: 20_000_000 },
  /** Phones. 854 is the even number next to 480 × 16 / 9. */
  small: { width: 854, height: 480, quality: 33, voice: 48, mostBytes: 6_000_000 },
} as const satisfies Record<string, Rendition>;
export type RenditionName = keyof typeof renditions;
export const renditionNames = Object.keys(renditions) as RenditionName[];

/** A key frame at least this often, so that a seek lands at once. */
export const mostSecondsBetweenKeyFrames = 2;

const colour = '-color_primaries bt709 -color_trc bt709 -colorspace bt709 -color_range tv'.split(' ');

/** How a rendition is encoded: part of what decides whether a scene must be made again. */
export const videoArguments = ({ quality }: Rendition): string[] => [
  ...'-c:v libx264 -profile:v high -preset slow -tune animation -pix_fmt yuv420p'.split(' '),
  ...['-crf', String(quality), '-g', String(mostSecondsBetweenKeyFrames * framesPerSecond)],
  ...colour,
];

async function ffmpeg(args: readonly string[], input?: AsyncIterable<Buffer>): Promise<void> {
  const process = spawn('ffmpeg', ['-y', '-v', 'error', ...args], { stdio: ['pipe', 'inherit', 'inherit'] });
  const ended = once(process, 'close');
  // What breaks the pipe is told by ffmpeg itself and by its exit code.
  process.stdin.on('error', () => {});
  for await (const bytes of input ?? []) {
    if (process.exitCode !== null) break;
    if (!process.stdin.write(bytes)) await Promise.race([once(process.stdin, 'drain'), ended]);
  }
  process.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}`);
}

async function* pngsOf(pictures: AsyncIterable<Picture>) {
  for await (const { png } of pictures) yield png;
}

/** Encodes the pictures once a rendition, without sound. */
export async function encodePictures(
  pictures: AsyncIterable<Picture>,
  files: Readonly<Record<RenditionName, string>>,
): Promise<void> {
  const pipe = ['-f', 'image2pipe', '-c:v', 'png', '-framerate', String(framesPerSecond), '-i', 'pipe:0'];
  const scaled = ({ width, height }: Rendition) => `scale=${width}:${height}:flags=lanczos`;
  await ffmpeg([...pipe, ...onceARendition('[0:v]', scaled, files)], pngsOf(pictures));
}

/** A stretch of a film that somebody brought. */
export interface Stretch {
  readonly path: string;
  readonly fromSeconds: number;
  readonly seconds: number;
  /** Of the result: what the stretch does not fill, its last picture holds. */
  readonly frames: number;
}

/**
 * A camera's pictures have more in them than drawings: their rate is capped, in kilobits a second, so that a phone can
 * still load them at the roadside.
 */
export const mostCameraRate: Readonly<Record<RenditionName, number>> = { large: 2500, small: 500 };

/** Encodes a stretch like our own scenes, whatever its size, shape and frame rate: bars stand where it has no picture. */
export async function encodeStretch(
  { path, fromSeconds, seconds, frames }: Stretch,
  files: Readonly<Record<RenditionName, string>>,
): Promise<void> {
  const cut = ['-ss', String(fromSeconds), '-t', String(seconds), '-i', path];
  const square = "yadif=deint=interlaced,scale='trunc(iw*sar/2)*2':ih,setsar=1";
  const held = `[0:v:0]${square},fps=${framesPerSecond}:start_time=0,tpad=stop_mode=clone:stop=-1[held]`;
  const fitted = ({ width, height }: Rendition) =>
    `scale=${width}:${height}:force_original_aspect_ratio=decrease:force_divisible_by=2:flags=lanczos,pad=${width}:${height}:-1:-1,scale=${width}:${height}`;
  const capped = (name: RenditionName) => [
    ...['-maxrate', `${mostCameraRate[name]}k`, '-bufsize', `${2 * mostCameraRate[name]}k`],
    ...['-frames:v', String(frames)],
  ];
  await ffmpeg([...cut, ...onceARendition('[held]', fitted, files, held, capped)]);
}

/** One decoding, a scaling and an encoding each rendition. */
function onceARendition(
  from: string,
  fitting: (rendition: Rendition) => string,
  files: Readonly<Record<RenditionName, string>>,
  before = '',
  more: (name: RenditionName) => readonly string[] = () => [],
): string[] {
  const split = `${from}split=${renditionNames.length}${renditionNames.map((name) => `[${name}0]`).join('')}`;
  const scaled = renditionNames.map(
    (name) => `[${name}0]${fitting(renditions[name])}:out_color_matrix=bt709:out_range=tv,setsar=1[${name}]`,
  );
  const outputs = renditionNames.flatMap((name) => [
    ...['-map', `[${name}]`],
    ...videoArguments(renditions[name]),
    ...more(name),
    ...['-f', 'mp4', files[name]],
  ]);
  return ['-filter_complex', [before, split, ...scaled].filter(Boolean).join(';'), ...outputs];
}

/** Puts the scenes' pictures one behind the other, adds the voice and makes the file ready to play while it loads. */
export async function joinScenes(
  list: string,
  wav: string,
  seconds: number,
  rendition: Rendition,
  file: string,
): Promise<void> {
  const inputs = ['-f', 'concat', '-safe', '0', '-i', list, '-i', wav, '-map', '0:v', '-map', '1:a'];
  const sound = `-c:v copy -c:a aac -b:a ${rendition.voice}k -ar 48000 -ac 1`.split(' ');
  await ffmpeg([...inputs, ...sound, '-t', String(seconds), '-map_metadata', '-1', '-movflags', '+faststart', file]);
}

/** A PNG of few colours, so that the first page loads little. */
export function writePoster(png: Buffer, file: string): void {
  const fewColours = 'split[a][b];[a]palettegen=max_colors=96[p];[b][p]paletteuse=dither=none';
  const args = ['-y', '-v', 'error', '-f', 'image2pipe', '-i', 'pipe:0', '-vf', fewColours, '-frames:v', '1', file];
  const { status } = spawnSync('ffmpeg', args, { input: png, stdio: ['pipe', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error(`ffmpeg ended with ${status}`);
}

/** A picture of somebody's film as the poster: a photograph, in JPEG, small enough for a first page. */
export async function writePhotoPoster(film: string, atSeconds: number, file: string): Promise<void> {
  const picture = ['-ss', String(atSeconds), '-i', film, '-frames:v', '1', '-vf', 'scale=960:-2', '-q:v', '7'];
  await ffmpeg([...picture, '-map_metadata', '-1', file]);
}
