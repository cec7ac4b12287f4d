/** What has come of one file so far; after a cut the loading goes on from there. */
export type Loaded = { parts: Uint8Array<ArrayBuffer>[]; bytes: number };

/**
 * Loads the rest of a file.
 *
 * @param size bytes of the whole file
 * @param onBytes called with the bytes that have come, of this file
 * @throws when the network is cut or the loading was stopped; `loaded` holds what came until then
 */
export async function loadRest(
  address: string,
  size: number,
  loaded: Loaded,
  onBytes: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Response> {
  const headers = loaded.bytes > 0 ? { Range: `bytes=${loaded.bytes}-` } : undefined;
  const response = await fetch(address, { signal, ...(headers && { headers }) });
  if (!response.ok || !response.body) throw new Error(`${address}: ${response.status}`);
  // Who does not know about parts sends the whole again.
  if (response.status !== 206) Object.assign(loaded, { parts: [], bytes: 0 });
  const reader = response.body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    loaded.parts.push(next.value);
    loaded.bytes += next.value.byteLength;
    onBytes(loaded.bytes);
  }
  if (loaded.bytes !== size) throw new Error(`${address}: ${loaded.bytes} of ${size} bytes`);
  const type = response.headers.get('Content-Type') ?? 'application/octet-stream';
  return new Response(new Blob(loaded.parts, { type }), {
    headers: { 'Content-Type': type, 'Content-Length': String(size) },
  });
}
