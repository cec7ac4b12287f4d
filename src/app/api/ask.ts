import type { ClientResponse } from 'hono/client';
import type { SuccessStatusCode } from 'hono/utils/http-status';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import { connectionLost, type Problem, problemOf } from './problem.ts';
import { renewSession } from './renewal.ts';

/** What a route answers when it succeeds; problem documents come back as `Problem`. */
type ValueOf<R> =
  R extends ClientResponse<infer T, infer S, 'json'> ? (S extends SuccessStatusCode ? T : never) : undefined;

type Response = { ok: boolean; status: number; json(): Promise<unknown> };

/**
 * Makes a call and gives its value or the problem; never throws for a lost network.
 * When the session has ended it asks for the PIN or password over the work and makes the same call again.
 */
export async function ask<R extends Response>(call: () => Promise<R>): Promise<Result<ValueOf<R>, Problem>> {
  const answer = await askOnce(call);
  if (answer.ok || answer.error.code !== 'sign-in.required') return answer;
  return (await renewSession()) ? askOnce(call) : answer;
}

/** The same without renewing: for sign-in itself. */
export async function askOnce<R extends Response>(call: () => Promise<R>): Promise<Result<ValueOf<R>, Problem>> {
  let response: R;
  try {
    response = await call();
  } catch {
    return fail(connectionLost);
  }
  if (!response.ok) return fail(await problemOf(response));
  if (response.status === 204) return succeed(undefined as ValueOf<R>);
  try {
    return succeed((await response.json()) as ValueOf<R>);
  } catch {
    return fail(connectionLost);
  }
}
