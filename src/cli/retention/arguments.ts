import { Reason } from '#server/training/exemptions.ts';
import { readArguments } from '../records/command.ts';

type Common = { by: string; reason: string; record: boolean; data: string | undefined };
export type Typed = Common & ({ what: 'hold' | 'release'; badge: string } | { what: 'purge'; before: string });
type NotTyped = { code: 'retention.usage' | 'retention.noReason' } | { code: 'retention.noDay'; day: string };

/** What was typed, or the sentence that says what is missing. */
export function readTyped(): Typed | NotTyped {
  const given = readArguments({
    by: { type: 'string' },
    reason: { type: 'string' },
    before: { type: 'string' },
    record: { type: 'boolean', default: false },
    data: { type: 'string' },
  });
  const [what, badge, ...more] = given?.positionals ?? [];
  const { by, reason, before, record = false, data } = given?.values ?? {};
  if (by === undefined || more.length > 0) return { code: 'retention.usage' };
  const because = Reason.safeParse(reason ?? '');
  const common = { by: by.trim(), reason: because.data ?? '', record, data };
  if ((what === 'hold' || what === 'release') && badge !== undefined && before === undefined) {
    return because.success ? { ...common, what, badge: badge.trim() } : { code: 'retention.noReason' };
  }
  if (what !== 'purge' || badge !== undefined || before === undefined) return { code: 'retention.usage' };
  if (!isDay(before)) return { code: 'retention.noDay', day: before };
  return because.success ? { ...common, what, before } : { code: 'retention.noReason' };
}

function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // 31 February is read as a day of March.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
