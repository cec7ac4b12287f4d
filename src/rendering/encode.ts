import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type { Picture } from './draw.ts';
import { framesPerSecond } from './timeline.ts';

export const hasFfmpeg = () => spawnSync('ffmpeg', ['-version'], { stdio: 'ignore' }).status === 0;

/** Encodes pictures and sound as H.264 High and AAC, ready to play while it loads. `seconds` is the exact length. */
export async function encode(
  pictures: AsyncIterable<Picture>,
  wav: string,
  seconds: number,
  file: string,
): Promise<void> {
  const video = '-c:v libx264 -profile:v high -preset slow -tune animation -crf 23 -g 150 -pix_fmt yuv420p'.split(' ');
  const colour = '-color_primaries bt709 -color_trc bt709 -colorspace bt709 -color_range tv'.split(' ');
  const sound = '-c:a aac -b:a 80k -ar 48000 -ac 1'.split(' ');
  const pipe = ['-f', 'image2pipe', '-c:v', 'png', '-framerate', String(framesPerSecond), '-i', 'pipe:0', '-i', wav];
  const convert = ['-vf', 'scale=out_color_matrix=bt709:out_range=tv'];
  const out = ['-t', String(seconds), '-map_metadata', '-1', '-movflags', '+faststart', file];
  const args = ['-y', '-v', 'error', ...pipe, ...convert, ...video, ...colour, ...sound, ...out];
  const ffmpeg = spawn('ffmpeg', args, { stdio: ['pipe', 'inherit', 'inherit'] });
  const ended = once(ffmpeg, 'close');
  for await (const { png } of pictures) {
    if (ffmpeg.exitCode !== null) break;
    if (!ffmpeg.stdin.write(png)) await Promise.race([once(ffmpeg.stdin, 'drain'), ended]);
  }
  ffmpeg.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}`);
}

/** A PNG of few colours, so that the first page loads little. */
export function writePoster(png: Buffer, file: string): void {
  const fewColours = 'split[a][b];[a]palettegen=max_colors=96[p];[b][p]paletteuse=dither=none';
  const args = ['-y', '-v', 'error', '-f', 'image2pipe', '-i', 'pipe:0', '-vf', fewColours, '-frames:v', '1', file];
  const { status } = spawnSync('ffmpeg', args, { input: png, stdio: ['pipe', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error(`ffmpeg ended with ${status}`);
}
