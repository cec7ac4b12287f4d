import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { ItemId } from '#domain/completion/evidence.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import { passwordFault } from '#domain/sign-in/password.ts';
import type { Asking } from '../db/open.ts';
import { readGrantsInForce } from '../grants/read.ts';
import type { Installation } from '../installation.ts';
import type { Refusal } from '../problem.ts';
import { PersonItem } from '../roster/person-items.ts';
import { readPersonByBadge, readUnits } from '../roster/store.ts';
import { keepCredential } from '../sign-in/credentials.ts';
import type { SecretFault } from '../sign-in/enter-by-code.ts';
import { isGuessable } from '../sign-in/guessable.ts';
import { hashSecret } from '../sign-in/secret.ts';
import { openSession } from '../sign-in/sessions.ts';
import { type Frame, readFounded } from './frame.ts';
import { AgencyItem, refuseZone } from './settings.ts';

const token = z.string().min(20).max(100);
export const LinkItem = z.strictObject({ token });
export const NamedItem = AgencyItem.extend({ token });
/** The first administrator: nobody is there yet to grant it. */
export const FirstItem = PersonItem.pick({ badge: true, name: true, rank: true }).extend({
  id: ItemId,
  token,
  password: z.string().min(1).max(256),
});
export type NamedItem = z.infer<typeof NamedItem>;
export type FirstItem = z.infer<typeof FirstItem>;

const hashOf = (given: string) => createHash('sha256').update(given).digest('hex');

/** Until somebody administers the agency, whoever reads the terminal may: a link, made anew at each start. @returns its token */
export async function makeSetupLink({ db, agencyId, now }: Installation): Promise<string | null> {
  if (await hasAdministrator({ tx: db, agencyId }, now())) return null;
  const made = randomBytes(24).toString('base64url');
  const row = { token_hash: hashOf(made) };
  await db
    .insertInto('setup_link')
    .values({ agency_id: agencyId, ...row })
    .onConflict((known) => known.column('agency_id').doUpdateSet(row))
    .execute();
  return made;
}

async function hasAdministrator(asking: Asking, now: number): Promise<boolean> {
  return (await readGrantsInForce(asking, now)).some(({ role }) => role === 'administrator');
}

const void_: Refusal = { code: 'setup.link-void', status: 404 };

async function refuseLink(asking: Asking, now: number, given: string): Promise<Refusal | null> {
  const row = await asking.tx
    .selectFrom('setup_link')
    .select('token_hash')
    .where('agency_id', '=', asking.agencyId)
    .executeTakeFirst();
  const isRight = row?.token_hash === hashOf(given);
  return isRight && !(await hasAdministrator(asking, now)) ? null : void_;
}

export type SetUp = Pick<Frame, 'name' | 'timeZone' | 'startLanguage' | 'setUpAt'>;

/** Where the set-up stands: a step that was left is found again as it was left. */
export async function seeSetUp(at: Installation, given: string): Promise<Result<SetUp, Refusal>> {
  const asking = { tx: at.db, agencyId: at.agencyId };
  const refusal = await refuseLink(asking, at.now(), given);
  if (refusal) return fail(refusal);
  const { name, timeZone, startLanguage, setUpAt } = await readFounded(asking);
  return succeed({ name, timeZone, startLanguage, setUpAt });
}

export async function nameAgency(
  at: Installation,
  { token: given, ...item }: NamedItem,
): Promise<Result<null, Refusal>> {
  return at.ledger.write(async (writing) => {
    const refusal = (await refuseLink(writing, at.now(), given)) ?? refuseZone(item);
    if (refusal) return fail(refusal);
    await writing.append({ kind: 'agency.changed', at: at.now(), by: null, payload: { subject: 'agency', item } });
    return succeed(null);
  });
}

/** Puts the first person on the roster, as administrator of everything, and signs them in. With that the link is void. */
export async function setFirstAdministrator(
  at: Installation,
  { token: given, password, id, ...person }: FirstItem,
): Promise<Result<{ token: string; officerId: string; proof: 'password' }, Refusal | SecretFault>> {
  const asking = { tx: at.db, agencyId: at.agencyId };
  const refusal = await refuseLink(asking, at.now(), given);
  if (refusal) return fail(refusal);
  const { name: agency } = await readFounded(asking);
  const about = [person.badge, ...person.name.split(/\s+/), agency, ...agency.split(/\s+/), 'muster'];
  const fault = await passwordFault(password, about, isGuessable);
  if (fault) return fail({ code: fault });
  const secret = await hashSecret(password);
  const officerId = id;
  const done = await at.ledger.write(async (writing): Promise<Result<string, Refusal>> => {
    const refusedNow = await refuseLink(writing, at.now(), given);
    if (refusedNow) return fail(refusedNow);
    // After administrators were lost there may be people: whoever wears the badge is somebody else.
    if (await readPersonByBadge(writing, person.badge)) {
      return fail({ code: 'roster.badge-taken', status: 422, field: 'badge' });
    }
    const root = [...(await readUnits(writing)).values()].find((unit) => unit.parentId === null);
    const unitId = root?.id ?? '';
    const common = { at: at.now(), by: null };
    const item = { id, officerId: null, unitId, personId: null, listed: true, ...person };
    const added = [{ id: officerId, unitId, personId: null, duty: 'on-duty' as const, ...person }];
    const changes = { units: [], added, changed: [], moved: [], returned: [], deactivated: [] };
    await writing.append({ kind: 'person.kept', ...common, payload: { subject: officerId, item, changes } });
    const grant = { id, role: 'administrator' as const, unitId, until: null };
    await writing.append({ kind: 'grant.given', ...common, payload: { subject: officerId, item: grant } });
    await keepCredential(writing, { officerId, proof: 'password', secret });
    await writing.tx.deleteFrom('setup_link').where('agency_id', '=', writing.agencyId).execute();
    await writing.append({ kind: 'sign-in.opened', ...common, payload: { officerId, proof: 'password' } });
    return succeed(await openSession(writing, { officerId, proof: 'password' }, at.now()));
  });
  if (!done.ok) return done;
  return succeed({ token: done.value, officerId, proof: 'password' });
}
