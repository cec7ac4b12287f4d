import type { CoursePack } from '#domain/course/pack.ts';
import type { Officer } from '#domain/roster/roster.ts';
import { demoId, playedThrough } from './evidence.ts';
import type { Happening } from './load.ts';

/** A roll call of a squad: opened, presence of all who are on duty, the film to its end, attested. */
export function rollCallOf(pack: CoursePack, unitId: string, members: readonly Officer[], from: number): Happening[] {
  const sergeant = members[0];
  if (!sergeant) return [];
  const by = sergeant.id;
  const subject = demoId(from, unitId);
  const { editionHash, film } = pack;
  const idOf = (at: number, what: string) => demoId(at, `${unitId} ${what}`);

  const opened = { subject, item: { id: subject, unitId }, editionHash };
  const officerIds = members.filter((officer) => officer.duty === 'on-duty').map((officer) => officer.id);
  const ticked = { subject, item: { id: idOf(from, 'presence'), officerIds, present: true } };
  const happenings: Happening[] = [
    { at: from, happens: ({ append }) => append({ kind: 'roll-call.opened', at: from, by, payload: opened }) },
    {
      at: from + 60_000,
      happens: ({ append }) => append({ kind: 'roll-call.presence', at: from + 60_000, by, payload: ticked }),
    },
  ];
  for (const { after, fromSeconds, toSeconds } of playedThrough(film.durationSeconds)) {
    const at = from + 90_000 + after * 1000;
    const stretches = [{ fromSeconds, toSeconds, rate: 1 }];
    const deviceAt = new Date(at).toISOString();
    const item = { id: idOf(at, 'screened'), stretches, narration: 'en', captions: ['en', 'es'], deviceAt } as const;
    const payload = { subject, item: { ...item, captions: [...item.captions] } };
    happenings.push({ at, happens: ({ append }) => append({ kind: 'roll-call.screened', at, by, payload }) });
  }
  const at = from + 120_000 + film.durationSeconds * 1000;
  const attested = { subject, item: { id: idOf(at, 'close'), attested: true as const, present: officerIds } };
  happenings.push({ at, happens: ({ append }) => append({ kind: 'roll-call.closed', at, by, payload: attested }) });
  return happenings;
}
