import type { Language } from '#domain/course/closed-lists.ts';
import type { PlayedAt } from '#domain/coverage/played-stretches.ts';
import type { RollCallView, RosterLine } from '#domain/roll-call/roll-call.ts';

/** What the station must not lose: it is kept on the device until the server has answered. */
export type StationItem =
  | { kind: 'presence'; id: string; officerIds: string[]; present: boolean }
  | {
      kind: 'screened';
      id: string;
      stretches: PlayedAt[];
      narration: Language;
      captions: Language[];
      deviceAt: string;
    };

/** The line as the sergeant has ticked it, and whether the server already said so. */
export type TickedLine = RosterLine & { isSaving: boolean };

/** The roster with the taps that are on their way laid over it. */
export function withTaps(view: RollCallView, waiting: readonly StationItem[]): TickedLine[] {
  const taps = waiting.filter((item) => item.kind === 'presence');
  return view.roster.map((line) => {
    const tap = taps.findLast((item) => item.officerIds.includes(line.officerId));
    return { ...line, present: tap?.present ?? line.present, isSaving: tap !== undefined };
  });
}
