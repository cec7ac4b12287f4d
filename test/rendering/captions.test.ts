import { expect, test } from 'vitest';
import { captionsOf, stamp, webVtt } from '#rendering/captions.ts';

const spoken = (text: string, seconds: number) => ({
  id: 'cue',
  text,
  fromSeconds: 10,
  toSeconds: 10 + seconds,
  roomFromSeconds: 9.6,
  roomUntilSeconds: 10 + seconds + 0.2,
});

test('a long sentence becomes captions of two lines that begin and end with the voice', () => {
  const text =
    'If the hit is the only reason this person cannot leave, tell dispatch. An urgent request should be answered within ten minutes. A routine one can eat up the whole hour.';
  const captions = captionsOf(spoken(text, 11));
  expect(captions.flatMap((caption) => caption.lines).join(' ')).toBe(text);
  expect(captions[0]?.fromSeconds).toBe(10);
  expect(captions.at(-1)?.toSeconds).toBeCloseTo(21.2);
  for (const [index, caption] of captions.entries()) {
    expect(caption.lines.length).toBeLessThanOrEqual(2);
    for (const line of caption.lines) expect(line.length).toBeLessThanOrEqual(42);
    expect(caption.fromSeconds).toBeCloseTo(captions[index - 1]?.toSeconds ?? 10);
  }
});

test('words that take longer to read than to say begin in the pause before the voice, and no sooner', () => {
  const text = 'x'.repeat(38).concat(' ', 'x'.repeat(38));
  expect(captionsOf(spoken(text, 4.35))[0]?.fromSeconds).toBeCloseTo(10 - (77 / 16.9 - 4.55));
  expect(captionsOf(spoken(text, 3))[0]?.fromSeconds).toBe(9.6);
});

test('captions break where a reader pauses: after a sentence rather than inside one', () => {
  const [first] = captionsOf(
    spoken('Names repeat. Compare the birth date, the photo and the description before you go on.', 6),
  );
  expect(first?.lines.join(' ')).toBe(
    'Names repeat. Compare the birth date, the photo and the description before you go on.'.slice(
      0,
      first?.lines.join(' ').length,
    ),
  );
  const [one] = captionsOf(
    spoken(
      'It may be civil. It may be criminal. Nobody here can tell yet, and that is the moment to call your supervisor.',
      8,
    ),
  );
  expect(one?.lines.join(' ')).toMatch(/[.,]$/);
});

test('what means something in WebVTT is written so that it is read', () => {
  const vtt = webVtt([{ id: 'x-1', fromSeconds: 0.5, toSeconds: 3661.0256, lines: ['R&D <now>'] }]);
  expect(vtt).toBe('WEBVTT\n\nx-1\n00:00:00.500 --> 01:01:01.026\nR&amp;D &lt;now>\n');
  expect(stamp(59.9996)).toBe('00:01:00.000');
});
