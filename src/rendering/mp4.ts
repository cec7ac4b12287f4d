import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** What a player learns from the head of an MP4 file before it has loaded the rest (ISO/IEC 14496-12). */
export interface Mp4Head {
  readonly boxes: readonly string[];
  /** 0 where the head does not say, as in a recording that was written in fragments. */
  readonly seconds: number;
  readonly width: number;
  readonly height: number;
  /** What each track holds (`vide`, `soun`, …) and how it is coded (`avc1`, `mp4a`, …). */
  readonly tracks: readonly { readonly kind: string; readonly codec: string }[];
  readonly frames: number;
  /** Numbers, from 1, of the frames at which a seek can land. */
  readonly keyFrames: readonly number[];
}

/** Reads the head of a file of any size: pictures and sound are stepped over. Undefined when it is no MP4 or cut short. */
export function mp4Head(path: string): Mp4Head | undefined {
  const file = openSync(path, 'r');
  try {
    const ends = fstatSync(file).size;
    const boxes: string[] = [];
    let moov: Buffer | undefined;
    for (let at = 0; at + 8 <= ends; ) {
      const head = bytesOf(file, at, Math.min(16, ends - at));
      const size = sizeOf(head, ends - at);
      if (size < 8 || at + size > ends) return undefined;
      const name = head.toString('latin1', 4, 8);
      if (at === 0 && name !== 'ftyp') return undefined;
      boxes.push(name);
      if (name === 'moov') moov = bytesOf(file, at, size);
      at += size;
    }
    return moov && { boxes, ...read(moov) };
  } catch (error) {
    // Numbers that point beyond the box: the file is damaged.
    if (error instanceof RangeError) return undefined;
    throw error;
  } finally {
    closeSync(file);
  }
}

function bytesOf(file: number, from: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  readSync(file, bytes, 0, length, from);
  return bytes;
}

/** 0 means "to the end", 1 that eight more bytes hold the size of a large box. */
function sizeOf(head: Buffer, toEnd: number): number {
  const size = head.readUInt32BE(0);
  return size === 0 ? toEnd : size === 1 ? Number(head.readBigUInt64BE(8)) : size;
}

function* boxesIn(bytes: Buffer, from: number, to: number) {
  for (let at = from; at + 8 <= to; ) {
    const size = bytes.readUInt32BE(at) || to - at;
    if (size < 8) return;
    yield { name: bytes.toString('latin1', at + 4, at + 8), from: at + 8, to: at + size };
    at += size;
  }
}

function read(bytes: Buffer): Omit<Mp4Head, 'boxes'> {
  const tracks: { kind: string; codec: string }[] = [];
  const keyFrames: number[] = [];
  let frames = 0;
  let seconds = 0;
  let width = 0;
  let height = 0;
  let kind = '';
  const walk = (from: number, to: number) => {
    for (const box of boxesIn(bytes, from, to)) {
      if (box.name === 'trak') kind = '';
      if (['moov', 'trak', 'mdia', 'minf', 'stbl'].includes(box.name)) walk(box.from, box.to);
      if (box.name === 'mvhd') seconds = lengthIn(bytes, box.from);
      // QuickTime has a second handler a track, of its data; the first is the one.
      if (box.name === 'hdlr') kind ||= bytes.toString('latin1', box.from + 8, box.from + 12);
      if (box.name === 'stsd') tracks.push({ kind, codec: bytes.toString('latin1', box.from + 12, box.from + 16) });
      // Only the pictures have a table of key frames; it comes after their stts and before their stsz.
      if (box.name === 'stss' && kind === 'vide')
        for (let at = 0; at < bytes.readUInt32BE(box.from + 4); at += 1)
          keyFrames.push(bytes.readUInt32BE(box.from + 8 + 4 * at));
      if (box.name === 'stsz' && kind === 'vide') frames = bytes.readUInt32BE(box.from + 8);
      if (box.name === 'tkhd') {
        width = Math.max(width, bytes.readUInt32BE(box.to - 8) >> 16);
        height = Math.max(height, bytes.readUInt32BE(box.to - 4) >> 16);
      }
    }
  };
  walk(0, bytes.length);
  return { seconds, width, height, tracks, frames, keyFrames };
}

/** Of `mvhd`: version 1 writes its times in eight bytes. */
function lengthIn(bytes: Buffer, at: number): number {
  const [scale, length] =
    bytes[at] === 1
      ? [bytes.readUInt32BE(at + 20), Number(bytes.readBigUInt64BE(at + 24))]
      : [bytes.readUInt32BE(at + 12), bytes.readUInt32BE(at + 16)];
  return scale > 0 ? length / scale : 0;
}
