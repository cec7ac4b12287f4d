import { execFileSync } from 'node:child_process';
import { openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Film } from '#domain/course/storyboard.ts';
import type { Finding } from './check.ts';
import { mostSecondsBetweenKeyFrames, type Rendition } from './encode.ts';

interface Probed {
  readonly streams: readonly {
    codec_name: string;
    profile?: string;
    pix_fmt?: string;
    width?: number;
    height?: number;
    r_frame_rate: string;
    duration: string;
  }[];
  readonly packets: readonly { pts_time: string; flags: string }[];
}

const probe = (args: readonly string[]): Probed =>
  JSON.parse(
    execFileSync('ffprobe', ['-v', 'error', '-of', 'json', ...args], { encoding: 'utf8', maxBuffer: 1 << 28 }),
  );

/** Codecs, sizes and lengths of one file, and whether it plays while it loads and seeks at once. */
export function checkFile(file: string, rendition: Rendition, film: Film): Finding[] {
  const where = basename(file);
  const { streams } = probe(['-show_streams', file]);
  const [video, sound] = streams;
  const { packets } = probe(['-select_streams', 'v', '-show_entries', 'packet=pts_time,flags', file]);
  const finding = (what: string, measured: string, allowed: string, isFine = measured === allowed): Finding => ({
    where,
    what,
    measured,
    allowed,
    isFine,
  });
  const keys = packets.filter(({ flags }) => flags.startsWith('K')).map(({ pts_time }) => Number(pts_time));
  const furthest = Math.max(...keys.map((at, index) => (keys[index + 1] ?? film.durationSeconds) - at));
  const bytes = statSync(file).size;
  const lengths = streams.map(({ duration }) => Number(duration));
  const off = Math.max(...lengths.map((seconds) => Math.abs(seconds - film.durationSeconds)));
  const frames = Math.round(film.durationSeconds * film.framesPerSecond);
  return [
    finding('picture', `${video?.codec_name} ${video?.profile} ${video?.pix_fmt}`, 'h264 High yuv420p'),
    finding('sound', `${sound?.codec_name} ${sound?.profile}`, 'aac LC'),
    finding('pixels', `${video?.width} × ${video?.height}`, `${rendition.width} × ${rendition.height}`),
    finding('frames a second', video?.r_frame_rate ?? '', `${film.framesPerSecond}/1`),
    finding('frames', String(packets.length), String(frames)),
    finding('seconds off film.json', off.toFixed(3), '≤ 0.1', off <= 0.1),
    finding(
      'MB',
      (bytes / 1e6).toFixed(1),
      `≤ ${(rendition.mostBytes / 1e6).toFixed(0)}`,
      bytes <= rendition.mostBytes,
    ),
    finding(
      'seconds between key frames',
      furthest.toFixed(2),
      `≤ ${mostSecondsBetweenKeyFrames}`,
      furthest <= mostSecondsBetweenKeyFrames + 0.01,
    ),
    finding('plays while it loads', startsWithIndex(file) ? 'yes' : 'no', 'yes'),
  ];
}

/** Whether the index (`moov`) stands before the pictures (`mdat`), ISO/IEC 14496-12. */
function startsWithIndex(file: string): boolean {
  const head = Buffer.alloc(64);
  readSync(openSync(file, 'r'), head);
  return head.subarray(0, 64).includes('moov');
}
