import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';
import type { Origin } from '../web/origin.ts';
import { longestHours } from './sessions.ts';

/** Browsers refuse `__Host-` on plain http, which a muster room without a certificate uses. */
const overHttps = '__Host-muster';
const overHttp = 'muster';

const attributes = (isHttps: boolean): CookieOptions => ({
  httpOnly: true,
  sameSite: 'Lax',
  path: '/',
  secure: isHttps,
});

/** Over https the guarded name only: a neighbour host or a plain page could plant the other one (session fixation). */
export const readCookie = (c: Context, { scheme }: Origin): string | undefined =>
  getCookie(c, scheme === 'https' ? overHttps : overHttp);

export function writeCookie(c: Context, { scheme }: Origin, token: string): void {
  const isHttps = scheme === 'https';
  setCookie(c, isHttps ? overHttps : overHttp, token, { ...attributes(isHttps), maxAge: longestHours * 3600 });
}

export function clearCookie(c: Context, { scheme }: Origin): void {
  const isHttps = scheme === 'https';
  deleteCookie(c, isHttps ? overHttps : overHttp, attributes(isHttps));
}
