import { zValidator } from '@hono/zod-validator';
import type { ValidationTargets } from 'hono';
import { createMiddleware } from 'hono/factory';
import type * as z from 'zod';
import { refuse } from '../problem.ts';

/** PostgreSQL has no room for this character in text, and nobody types it. */
function holdsNul(data: unknown): boolean {
  let found = false;
  JSON.stringify(data, (_key, value) => {
    found ||= typeof value === 'string' && value.includes('\0');
    return value;
  });
  return found;
}

/** An id in the address with that character is nobody's. */
export const withoutNul = createMiddleware(async (c, next) =>
  c.req.path.includes('\0') ? refuse(c, 404, 'request.not-found') : next(),
);

/** Parses once at the edge; what does not fit is answered with 422, naming the field. */
export const valid = <Target extends keyof ValidationTargets, Schema extends z.ZodType>(
  target: Target,
  schema: Schema,
) =>
  zValidator(target, schema, (result, c) => {
    if (result.success) {
      return holdsNul(result.data) ? refuse(c, 422, 'request.invalid', { detail: 'U+0000 is no text.' }) : undefined;
    }
    const issue = result.error.issues[0];
    const path = [...(issue?.path ?? []), ...(issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])];
    const field = path.map(String).join('.');
    return refuse(c, 422, 'request.invalid', { field, detail: issue?.message ?? '' });
  });
