import { type Context, Hono } from 'hono';
import * as z from 'zod';
import type { Installation } from '../installation.ts';
import { refuseAs } from '../problem.ts';
import { inOwnName, signedInOnly } from '../sign-in/visitor.ts';
import type { Origin } from '../web/origin.ts';
import { valid } from '../web/valid.ts';
import { keepFile, mostFileBytes } from './store.ts';

const FileItem = z.strictObject({ base64: z.base64().max(Math.ceil(mostFileBytes / 3) * 4 + 4) });

/** Brings a file; who may read it is asked where something names it. */
export const fileRoutes = (at: Installation, origin: (c: Context) => Origin) =>
  new Hono().post('/', signedInOnly(at, origin), inOwnName, valid('json', FileItem), async (c) => {
    const kept = await keepFile(at, c.get('visitor'), c.req.valid('json').base64);
    return kept.ok ? c.json(kept.value, 200) : refuseAs(c, kept.error);
  });
