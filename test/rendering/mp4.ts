/** What a player learns from the head of an MP4 file before it has loaded the rest (ISO/IEC 14496-12). */
export interface Mp4Head {
  readonly boxes: readonly string[];
  readonly seconds: number;
  readonly width: number;
  readonly height: number;
  readonly codecs: readonly string[];
  readonly frames: number;
  /** Numbers, from 1, of the frames at which a seek can land. */
  readonly keyFrames: readonly number[];
}

function* boxesIn(bytes: Buffer, from: number, to: number) {
  for (let at = from; at + 8 <= to; ) {
    const size = bytes.readUInt32BE(at) || to - at;
    yield { name: bytes.toString('latin1', at + 4, at + 8), from: at + 8, to: at + size };
    at += size;
  }
}

export function mp4Head(bytes: Buffer): Mp4Head {
  const boxes: string[] = [];
  const codecs: string[] = [];
  const keyFrames: number[] = [];
  let frames = 0;
  let seconds = 0;
  let width = 0;
  let height = 0;
  const walk = (from: number, to: number, depth: number) => {
    for (const box of boxesIn(bytes, from, to)) {
      if (depth === 0) boxes.push(box.name);
      if (['moov', 'trak', 'mdia', 'minf', 'stbl'].includes(box.name)) walk(box.from, box.to, depth + 1);
      if (box.name === 'mvhd') seconds = bytes.readUInt32BE(box.from + 16) / bytes.readUInt32BE(box.from + 12);
      if (box.name === 'stsd') codecs.push(bytes.toString('latin1', box.from + 12, box.from + 16));
      // Only the pictures have a table of key frames; it comes after their stts and before their stsz.
      if (box.name === 'stss')
        for (let at = 0; at < bytes.readUInt32BE(box.from + 4); at += 1)
          keyFrames.push(bytes.readUInt32BE(box.from + 8 + 4 * at));
      if (box.name === 'stsz' && codecs.at(-1) === 'avc1') frames = bytes.readUInt32BE(box.from + 8);
      if (box.name === 'tkhd') {
        width = Math.max(width, bytes.readUInt32BE(box.to - 8) >> 16);
        height = Math.max(height, bytes.readUInt32BE(box.to - 4) >> 16);
      }
    }
  };
  walk(0, bytes.length, 0);
  return { boxes, seconds, width, height, codecs, frames, keyFrames };
}
