import type { Context, TypedResponse } from 'hono';
import type { Written } from './asked.ts';

/** Sends what the reading thread wrote as `c.json` would send what it was written from. */
export function sendWritten<T>(c: Context, written: Written<T>, headers: Record<string, string> = {}) {
  const sent: Response = c.body(written, 200, { 'Content-Type': 'application/json', ...headers });
  return sent as Response & TypedResponse<T, 200, 'json'>;
}
