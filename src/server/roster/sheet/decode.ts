/** How much of the file tells what it is. */
const looked = 64 * 1024;

/**
 * The text of a file: by its byte order mark, as UTF-16 when every second byte is empty, as UTF-8 when it is that, and
 * otherwise as Windows-1252, which older spreadsheets write and which holds Latin-1.
 *
 * @returns null when the bytes are no text
 */
export function decodeText(bytes: Uint8Array): string | null {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  return looksLikeText(text.slice(0, looked)) ? text : null;
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, looked);
  const empty = (odd: number) => start.filter((byte, at) => byte === 0 && at % 2 === odd).length / start.length;
  if (empty(1) > 0.25 && empty(0) < 0.05) return 'utf-16le';
  if (empty(0) > 0.25 && empty(1) < 0.05) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** One odd sign spoils one row; a file full of them is none of words. */
function looksLikeText(text: string): boolean {
  const odd = text.match(/[^\P{Cc}\t\r\n]/gu)?.length ?? 0;
  return odd <= Math.max(4, text.length / 200);
}
