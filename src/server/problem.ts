import { STATUS_CODES } from 'node:http';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** Everything that the server may answer instead of what was asked; each is worded in `locales/{en,es}/errors.json`. */
export const problemCodes = [
  'request.not-found',
  'request.not-json',
  'request.not-same-origin',
  'request.too-large',
  'request.invalid',
  'request.failed',
  'storage.away',
  'storage.full',
  'reading.not-now',
  'sign-in.required',
  'sign-in.wrong',
  'sign-in.locked',
  'sign-in.busy',
  'sign-in.other-officer',
  'evidence.id-taken',
  'evidence.unknown-edition',
  'evidence.not-opened',
  'evidence.not-your-turn',
  'roll-call.closed',
  'roll-call.open',
  'roll-call.own',
  'roll-call.same',
  'roll-call.changed',
  'roll-call.film-unseen',
  'roll-call.nobody-present',
  'roll-call.unknown-badge',
  'roll-call.unknown-officer',
  'talk.not-needed',
  'talk.own',
  'review.changed',
  'roster.file-too-large',
  'roster.file-not-a-sheet',
  'roster.file-old-excel',
  'roster.file-broken',
  'roster.file-empty',
  'roster.file-one-column',
  'roster.file-no-header',
  'roster.file-too-many-cells',
  'roster.not-mapped',
  'roster.changed-meanwhile',
  'roster.unanswered',
  'duty.days-turned',
  'roster.own',
  'roster.badge-taken',
  'roster.person-taken',
  'unit.top',
  'unit.loop',
  'unit.name-taken',
  'unit.in-use',
  'agency.no-such-zone',
  'setup.link-void',
  'order.empty',
  'order.unknown-setting',
  'order.unknown-answer',
  'file.none',
  'file.too-large',
  'file.not-a-document',
  'credit.own',
  'credit.second-person',
  'credit.decided',
  'credit.completed',
  'credit.not-yet',
  'lms-import.changed-meanwhile',
  'lms-import.nothing-new',
  'grant.not-a-shift',
  'grant.held',
  'grant.none',
  'grant.last-administrator',
  'code.wrong',
  'code.own',
  'pin.length',
  'pin.pattern',
  'pin.badge',
  'pin.year',
  'password.short',
  'password.long',
  'password.about-you',
  'password.guessable',
  'exemption.own',
  'exemption.given',
  'exemption.none',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** RFC 9457. The title is the status phrase; what a person reads is worded by the screen from `code`. */
export type Problem = {
  type: 'about:blank';
  title: string;
  status: number;
  code: ProblemCode;
  detail?: string;
  /** Path of the field at fault, as in `stretches.0.rate`. */
  field?: string;
  triesLeft?: number;
  minutes?: number;
};

export function refuse<Status extends ContentfulStatusCode>(
  c: Context,
  status: Status,
  code: ProblemCode,
  more: Pick<Problem, 'detail' | 'field' | 'triesLeft' | 'minutes'> = {},
) {
  const problem: Problem = { type: 'about:blank', title: STATUS_CODES[status] ?? '', status, code, ...more };
  return c.json(problem, status, { 'Content-Type': 'application/problem+json' });
}

const retryAfterSeconds = 2;

/** Nothing was taken, nothing is wrong with what was sent: the same again, a little later. */
export function refuseForNow(c: Context, code: ProblemCode) {
  c.header('Retry-After', String(retryAfterSeconds));
  return refuse(c, 503, code);
}

/** A refusal of a store: the code and the status it is answered with. */
export type Refusal = { code: ProblemCode; status: 404 | 409 | 422 | 503; field?: string };

/** Foreign, forbidden and unknown ids look the same. */
export const notFound: Refusal = { code: 'request.not-found', status: 404 };

export const refuseAs = (c: Context, { status, code, field }: Refusal) =>
  refuse(c, status, code, field === undefined ? {} : { field });
