import type { Answered, Asked } from './resources.ts';

/**
 * A learning record store that others wrote, behind the LMS of the tests: named by `MUSTER_XAPI_ENDPOINT`
 * (`http://user:password@host:port/xAPI/`), it keeps and gives back every statement. Without it the LMS keeps its own.
 */
export const namedRecordStore = process.env.MUSTER_XAPI_ENDPOINT;

/** What the store answers to the same request. */
export async function askStore(endpoint: string, { method, about, body }: Asked): Promise<Answered> {
  const { username, password, origin, pathname } = new URL(endpoint);
  const response = await fetch(`${origin}${pathname.replace(/\/?$/, '/')}statements?${about}`, {
    method,
    headers: {
      Authorization: `Basic ${btoa(`${username}:${password}`)}`,
      'X-Experience-API-Version': '1.0.3',
      ...(method === 'PUT' && { 'Content-Type': 'application/json' }),
    },
    ...(method === 'PUT' && { body }),
  });
  const text = await response.text();
  return { status: response.status, ...(text !== '' && { body: text }) };
}
