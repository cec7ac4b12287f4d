import type { Result } from '#domain/shared/result.ts';
import type { StorageFailure } from '../db/failure.ts';
import type { Refusal } from '../problem.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import type { readings } from './readings.ts';

export type ReadingName = keyof typeof readings;

type Reading<Name extends ReadingName> = (typeof readings)[Name];
export type Given<Name extends ReadingName> = Parameters<Reading<Name>>[2];

/** What a reading answers when it is not refused. */
export type Told<Name extends ReadingName> = Extract<Awaited<ReturnType<Reading<Name>>>, { ok: true }>['value'];

/** The answer as UTF-8: written where it was read, so that the main thread neither copies nor words ten thousand lines. */
export type Written<T> = Uint8Array<ArrayBuffer> & { readonly of?: T };

/** To the reading thread; null asks it to end. `now` is the main thread's clock. */
export type Asked = { number: number; name: ReadingName; visitor: Visitor; given: unknown; now: number };

/** From the reading thread. An error loses its class and fields on the way, so what it means to storage is said beside it. */
export type Answered = { number: number } & (
  | { result: Result<Uint8Array<ArrayBuffer>, Refusal> }
  | { thrown: { name: string; message: string; stack: string; failure: StorageFailure | null } }
);
