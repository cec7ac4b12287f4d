import { expect, test } from 'vitest';
import { measure, opusSeconds } from '#rendering/narration-files.ts';

/** One Ogg page: capture pattern, granule position, and what it carries (RFC 3533 §6). */
function page(granule: number, body: Buffer): Buffer {
  const head = Buffer.alloc(27);
  head.write('OggS');
  head.writeBigUInt64LE(BigInt(granule), 6);
  return Buffer.concat([head, body]);
}

test('a recording’s length is known without a decoder, less what the encoder put before it', () => {
  const header = Buffer.alloc(60);
  header.write('OpusHead', 1);
  header.writeUInt16LE(312, 11);
  const file = Buffer.concat([page(0, header), page(48_000, Buffer.alloc(90)), page(96_312, Buffer.alloc(40))]);
  expect(opusSeconds(file)).toBe(2);
});

test('what is no recording has no length', () => {
  expect(
    opusSeconds(Buffer.from('RIFF, a WAV file that someone renamed to .opus, long enough to be looked into')),
  ).toBe(undefined);
  expect(measure('content/no/such.opus')).toBe(undefined);
});
