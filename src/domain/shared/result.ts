/** An expected outcome: a value, or a failure with a closed code that `locales/{en,es}/errors.json` can word. Only bugs throw. */
export type Result<T, E extends { code: string }> = { ok: true; value: T } | { ok: false; error: E };

export const succeed = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

export const fail = <E extends { code: string }>(error: E): { ok: false; error: E } => ({ ok: false, error });
