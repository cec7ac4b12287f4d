import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { Hono } from 'hono';
import type { Language } from '#domain/course/closed-lists.ts';
import { readFile } from '../files/store.ts';
import type { Installation } from '../installation.ts';
import { refuse } from '../problem.ts';

type Packed = Record<'br' | 'gzip', Buffer>;

/** `/course/<hash>.json`: the pack of an edition, packed once and then for ever the same. */
export function courseFile({ db, agencyId, editions }: Pick<Installation, 'db' | 'agencyId' | 'editions'>) {
  const packed = new Map<string, Packed>();
  const pack = (hash: string, text: string): Packed => {
    const known = packed.get(hash);
    if (known) return known;
    const made = {
      br: brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
      gzip: gzipSync(text),
    };
    packed.set(hash, made);
    return made;
  };

  return (
    new Hono()
      // An order that an edition names is as public as the policy in it (R16); a scan of a sheet is named by none.
      .get('/orders/:edition{[0-9a-f]{64}}/:language{en|es}', async (c) => {
        const pack = await editions.find(c.req.param('edition'));
        const named = pack?.order?.files[c.req.param('language') as Language];
        const file = named && (await readFile({ tx: db, agencyId }, named.hash));
        if (!file) return refuse(c, 404, 'request.not-found');
        return c.body(file.bytes, 200, {
          'Content-Type': file.mediaType,
          // A device that keeps it asks first how much it is.
          'Content-Length': String(file.bytes.byteLength),
          'Cache-Control': 'public, max-age=31536000, immutable',
        });
      })
      .get('/:file{[0-9a-f]{64}\\.json}', async (c) => {
        const hash = c.req.param('file').slice(0, 64);
        const found = await editions.find(hash);
        if (!found) return refuse(c, 404, 'request.not-found');
        const text = JSON.stringify(found);
        const takes = (c.req.header('Accept-Encoding') ?? '').split(',').map((each) => each.split(';')[0]?.trim());
        const encoding = (['br', 'gzip'] as const).find((each) => takes.includes(each));
        const headers = {
          'Content-Type': 'application/json; charset=utf-8',
          'Cache-Control': 'public, max-age=31536000, immutable',
          Vary: 'Accept-Encoding',
        };
        if (!encoding) return c.body(text, 200, headers);
        return c.body(new Uint8Array(pack(hash, text)[encoding]), 200, { ...headers, 'Content-Encoding': encoding });
      })
  );
}
