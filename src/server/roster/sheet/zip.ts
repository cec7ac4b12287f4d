import { inflateRawSync } from 'node:zlib';

/** trust.md 1.3: a small file must not unfold into one that fills the memory. What an entry says of its size is not believed. */
const mostBytes = 100 * 1024 * 1024;
const mostEntries = 1_000;

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;

/** Unfolds entry after entry, as long as all of them are small enough (APPNOTE.TXT 4.3). */
export function unfoldZip(
  bytes: Uint8Array,
  look: (name: string, content: Buffer) => void,
): 'done' | 'too-large' | 'broken' {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
    if (end < 0 || zip.readUInt32LE(end) !== endOfDirectory) return 'broken';
    const entries = zip.readUInt16LE(end + 10);
    if (entries > mostEntries) return 'too-large';
    let left = mostBytes;
    let at = zip.readUInt32LE(end + 16);
    for (let entry = 0; entry < entries; entry += 1) {
      if (zip.readUInt32LE(at) !== directoryEntry) return 'broken';
      const nameLength = zip.readUInt16LE(at + 28);
      const content = unfold(zip, at, left);
      left -= content.length;
      if (left <= 0) return 'too-large';
      look(zip.toString('utf8', at + 46, at + 46 + nameLength), content);
      at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    }
    return 'done';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'broken';
  }
}

/** Throws ERR_BUFFER_TOO_LARGE as soon as it is more than `most` bytes. */
function unfold(zip: Buffer, at: number, most: number): Buffer {
  const [method, size, local] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)];
  if (zip.readUInt32LE(local) !== localEntry) throw new Error('There is no entry where the directory says.');
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const folded = zip.subarray(start, start + size);
  return method === 8 ? inflateRawSync(folded, { maxOutputLength: most }) : folded;
}
