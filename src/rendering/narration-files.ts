import { readFileSync } from 'node:fs';

/**
 * Length in seconds of an Ogg Opus file, from its last page's granule position less the pre-skip of its header
 * (RFC 7845 §4, §5.1): no decoder is needed to lay out the film.
 */
export function opusSeconds(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isPage = (at: number) => view.getUint32(at) === 0x4f676753; // "OggS"
  const head = Buffer.from(bytes.subarray(0, 200)).indexOf('OpusHead');
  if (bytes.length < 64 || !isPage(0) || head < 0) return undefined;
  const preSkip = view.getUint16(head + 10, true);
  for (let at = bytes.length - 27; at > 0; at -= 1) {
    if (isPage(at)) return (Number(view.getBigUint64(at + 6, true)) - preSkip) / 48_000;
  }
  return undefined;
}

export function measure(path: string): number | undefined {
  try {
    return opusSeconds(readFileSync(path));
  } catch {
    return undefined;
  }
}
