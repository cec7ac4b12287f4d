import type { Caption } from '../captions.ts';
import type { Span } from '../timeline.ts';

const overlap = (one: Span, other: Span) =>
  Math.min(one.toSeconds, other.toSeconds) - Math.max(one.fromSeconds, other.fromSeconds);

/**
 * What is said in each cue, put together from the captions: each caption counts to the cue that it shares most time with,
 * or else lies next to, so that the transcript leaves nothing out.
 */
export function wordsByCue(captions: readonly Caption[], cues: Readonly<Record<string, Span>>): Record<string, string> {
  const said: Record<string, string[]> = {};
  for (const caption of captions) {
    const [nearest] = Object.entries(cues).sort(
      ([, one], [, other]) => overlap(caption, other) - overlap(caption, one),
    );
    if (!nearest) continue;
    const [id] = nearest;
    said[id] = [...(said[id] ?? []), ...caption.lines];
  }
  return Object.fromEntries(Object.entries(said).map(([id, lines]) => [id, lines.join(' ')]));
}
