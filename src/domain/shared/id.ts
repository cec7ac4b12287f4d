/**
 * A UUIDv7 (RFC 9562 5.7): ids are made where the evidence is made, sort by time, and make a retry recognisable.
 * `randomUUID` is missing on plain http from another machine, so only `getRandomValues` is asked for.
 */
export function newId(nowMilliseconds: number, fillRandom: (bytes: Uint8Array<ArrayBuffer>) => unknown): string {
  const bytes = new Uint8Array(16);
  fillRandom(bytes);
  new DataView(bytes.buffer).setUint32(0, Math.floor(nowMilliseconds / 0x10000));
  new DataView(bytes.buffer).setUint16(4, nowMilliseconds % 0x10000);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
