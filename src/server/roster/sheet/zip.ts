import { inflateRawSync } from 'node:zlib';

/** trust.md 1.3: a small file must not unfold into one that fills the memory. What an entry says of its size is not believed. */
const mostBytes = 100 * 1024 * 1024;
const mostEntries = 1_000;

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;

/** @returns names of the entries, once every one of them has been unfolded and is small enough (APPNOTE.TXT 4.3) */
export function listZip(bytes: Uint8Array): string[] | 'too-large' | 'broken' {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
    if (end < 0 || zip.readUInt32LE(end) !== endOfDirectory) return 'broken';
    const entries = zip.readUInt16LE(end + 10);
    if (entries > mostEntries) return 'too-large';
    const names: string[] = [];
    let left = mostBytes;
    let at = zip.readUInt32LE(end + 16);
    for (let entry = 0; entry < entries; entry += 1) {
      if (zip.readUInt32LE(at) !== directoryEntry) return 'broken';
      const nameLength = zip.readUInt16LE(at + 28);
      names.push(zip.toString('utf8', at + 46, at + 46 + nameLength));
      left -= unfoldedSize(zip, at, left);
      if (left <= 0) return 'too-large';
      at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    }
    return names;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'broken';
  }
}

/** In bytes; throws ERR_BUFFER_TOO_LARGE as soon as it is more than `most`. */
function unfoldedSize(zip: Buffer, at: number, most: number): number {
  const [method, size, local] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)];
  if (zip.readUInt32LE(local) !== localEntry) throw new Error('There is no entry where the directory says.');
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const folded = zip.subarray(start, start + size);
  return method === 8 ? inflateRawSync(folded, { maxOutputLength: most }).length : folded.length;
}
