import { type Caption, captionLimits } from '../captions.ts';
import { type Remark, remark } from './remark.ts';

const clock = String.raw`(?:(\d+):)?(\d{1,2}):(\d{2})[.,](\d{3})`;
const timing = new RegExp(`^${clock}\\s+-->\\s+${clock}`);

const secondsOf = ([hours, minutes, seconds, thousandths]: (string | undefined)[]) =>
  Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(thousandths) / 1000;

/** Plain words of a caption's line: an editor's colours and voices (`<v Chief>`) are not read out or counted. */
const plain = (line: string) =>
  line
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
    .trim();

/**
 * Reads WebVTT as editors write it: identifiers, notes, styles, and SubRip's commas under another name.
 *
 * @returns the captions in their order, or at which line the file cannot be read
 */
export function readCaptions(text: string): Caption[] | { line: number; reason: string } {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const captions: Caption[] = [];
  for (const [index, line] of lines.entries()) {
    if (!line.includes('-->')) continue;
    const found = timing.exec(line.trim());
    if (!found) return { line: index + 1, reason: 'A time is written 00:01:02.345 --> 00:01:05.000.' };
    const [fromSeconds, toSeconds] = [secondsOf(found.slice(1, 5)), secondsOf(found.slice(5, 9))];
    if (toSeconds <= fromSeconds) return { line: index + 1, reason: 'The caption ends before it begins.' };
    const end = lines.findIndex((each, at) => at > index && each.trim() === '');
    const words = lines.slice(index + 1, end === -1 ? undefined : end).map(plain);
    const said = words.filter(Boolean);
    if (said.length > 0) captions.push({ id: `${captions.length + 1}`, fromSeconds, toSeconds, lines: said });
  }
  if (captions.length === 0) return { line: 1, reason: 'There is no caption in it.' };
  return captions.sort((one, other) => one.fromSeconds - other.fromSeconds);
}

const { lines, charactersALine, charactersASecond, leastSeconds, mostSeconds } = captionLimits;

/** Where captions are harder to read than a deaf officer should have to bear. */
export function hardToRead(captions: readonly Caption[], file: string): Remark[] {
  return captions.flatMap((caption, index) => {
    const next = captions[index + 1]?.fromSeconds ?? Number.POSITIVE_INFINITY;
    // The next caption takes its place: two that overlap are shown for less long than they say.
    const seconds = Math.min(caption.toSeconds, next) - caption.fromSeconds;
    const longest = Math.max(...caption.lines.map((line) => line.length));
    const pace = caption.lines.join(' ').length / seconds;
    const over = (what: string, measured: number, allowed: number, digits = 0) =>
      measured > allowed + 0.05 ? [`${measured.toFixed(digits)} ${what} (at most ${allowed})`] : [];
    const faults = [
      ...over('lines', caption.lines.length, lines),
      ...over('characters in a line', longest, charactersALine),
      ...over('characters a second', pace, charactersASecond, 1),
      ...over('seconds', seconds, mostSeconds, 1),
      ...(seconds < leastSeconds - 0.05 ? [`${seconds.toFixed(1)} seconds (at least ${leastSeconds})`] : []),
    ];
    if (faults.length === 0) return [];
    const reason = `“${caption.lines.join(' / ')}”: ${faults.join(', ')}. Cut it in two or say it shorter.`;
    return [remark('own-film.hard-to-read', file, minutes(caption.fromSeconds), reason)];
  });
}

/** As a player shows it: 1:02.5. */
export const minutes = (seconds: number): string => {
  const tenths = Math.round(seconds * 10);
  const rest = (tenths % 600) / 10;
  return `${Math.floor(tenths / 600)}:${rest < 10 ? '0' : ''}${Number.isInteger(rest) ? rest : rest.toFixed(1)}`;
};
