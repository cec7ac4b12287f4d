import type { EvidenceGrade } from '#domain/completion/completion.ts';
import type { EvidenceItem } from '#domain/completion/evidence.ts';
import type { ReviewOutcome } from '#domain/coverage/watching-evidence.ts';
import type { Range } from '#domain/ledger/purged.ts';
import type { RosterChanges } from '#domain/roster/import-changes.ts';
import type { Grant, Officer, Unit } from '#domain/roster/roster.ts';
import type { CodePurpose } from '#domain/sign-in/entry-code.ts';
import type { OrderItem } from '../agency/order-items.ts';
import type { AgencyItem } from '../agency/settings.ts';
import type { CreditDecision, CreditItem, PaperItem } from '../credits/items.ts';
import type { GrantEndItem, GrantItem } from '../grants/items.ts';
import type { LmsImportItem, LmsReported } from '../lms-import/items.ts';
import type { HoldItem, PurgeItem } from '../retention/items.ts';
import type {
  CloseItem,
  CorrectionItem,
  GuestItem,
  OpenItem,
  PresenceItem,
  ScreenedItem,
  TalkItem,
} from '../roll-calls/items.ts';
import type { DutyItem } from '../roster/duty.ts';
import type { ImportItem } from '../roster/import-items.ts';
import type { PersonItem, UnitEndItem, UnitItem } from '../roster/person-items.ts';
import type { ExemptionEndItem, ExemptionItem } from '../training/exemptions.ts';
import type { WindowItem } from '../training/windows.ts';

/** Something that a client sent under an id of its own; `subject` is the officer or the roll call that it is about. */
type Sent<Item, Derived = unknown> = { subject: string; item: Item } & Derived;

type EvidenceOf<Kind extends EvidenceItem['kind'], Derived = unknown> = Sent<
  Extract<EvidenceItem, { kind: Kind }>,
  Derived
>;

/** Not `item`: an item gets a receipt, and this got none. */
export type RefusedEvidence = { kind: `training.${EvidenceItem['kind']}`; body: EvidenceItem };

/** Everything that can be written, and with what. A new kind needs its projection before it compiles. */
export type Payloads = {
  'agency.founded': { name: string; demo: boolean; timeZone: string };
  'roster.loaded': { units: Unit[]; officers: Officer[]; grants: (Grant & { officerId: string })[] };
  /** The agency's list was imported: every old value beside the new one. */
  'roster.changed': Sent<ImportItem, { changes: RosterChanges }>;
  /** One person, by hand: put on the roster, changed, moved or taken off it. */
  'person.kept': Sent<PersonItem, { changes: RosterChanges }>;
  'unit.kept': Sent<UnitItem>;
  'unit.removed': Sent<UnitEndItem>;
  /** Name, time zone and first language of the agency, as an administrator set them. */
  'agency.changed': Sent<AgencyItem>;
  'course.adopted': { editionHash: string; startsOn: string; counts?: string[] };
  /** The agency's order, its counsel's review and what it declares right; the edition made of it is adopted next. */
  'order.published': Sent<OrderItem, { editionHash: string }>;
  'credit.proposed': Sent<CreditItem>;
  'credit.decided': Sent<CreditDecision, { officerIds: string[]; editionHash: string }>;
  'paper.recorded': Sent<PaperItem>;
  /** An order or a scan was brought: which bytes by their SHA-256, never what the file was called. */
  'file.kept': { hash: string; mediaType: string; bytes: number };
  /** Completions that an LMS exported: each with the LMS's own words. */
  'lms.imported': Sent<LmsImportItem, { reported: LmsReported[] }>;
  /** A unit and all below it begin on a day of their own. */
  'window.set': { editionHash: string; unitId: string; startsOn: string };
  /** An administrator set the days of a unit and all below it; `days: null`: as many as the course gives. */
  'window.changed': Sent<WindowItem>;
  /** Somebody said from when until when an officer is away, or back. */
  'duty.said': Sent<DutyItem>;
  'exemption.given': Sent<ExemptionItem>;
  'exemption.ended': Sent<ExemptionEndItem>;
  'grant.given': Sent<GrantItem>;
  'grant.ended': Sent<GrantEndItem>;
  /** A code was made that lets the officer in once, to choose a PIN or a password. */
  'code.made': { officerId: string; purpose: CodePurpose; proof: 'pin' | 'password'; expiresAt: string };
  /** It was used: the officer chose one. */
  'code.used': { officerId: string; purpose: CodePurpose; proof: 'pin' | 'password' };
  'sign-in.opened': { officerId: string; proof: 'pin' | 'password' };
  'sign-in.closed': { officerId: string };
  /** A wrong PIN, password or code for an officer who exists: as many as the limit lets be judged, never what was typed. */
  'sign-in.refused': { officerId: string; proof: 'pin' | 'password' | 'code' };
  /** The last wrong one that was judged: it closed the door for a while. */
  'sign-in.locked': { officerId: string; proof: 'pin' | 'password' | 'code' };
  /** The course lies on the officer's device, for use without a network. */
  'training.taken-along': EvidenceOf<'taken-along'>;
  'training.opened': EvidenceOf<'opened'>;
  'training.watched': EvidenceOf<'watched'>;
  'training.acknowledged': EvidenceOf<'acknowledged'>;
  /** `seed`: of this run. With the choices and the edition it replays the run exactly, whatever later rules draw by. */
  'training.decided': EvidenceOf<'decided', { seed: string }>;
  /** `completedAt`: as an LMS reported it; without it, the time of the entry. */
  'completion.recorded': {
    officerId: string;
    editionHash: string;
    completionId: string;
    grade: EvidenceGrade;
    completedAt?: string;
  };
  /** The same id came with another body or from another person (409); `sent`: what came, where it was evidence. */
  'item.refused': { subject: string; itemId: string; code: string; sent?: RefusedEvidence };
  'roll-call.opened': Sent<OpenItem, { editionHash: string }>;
  'roll-call.presence': Sent<PresenceItem>;
  'roll-call.guest': Sent<GuestItem, { officerId: string }>;
  'roll-call.screened': Sent<ScreenedItem>;
  'roll-call.closed': Sent<CloseItem>;
  /** The attendance of one person, put right after the close; `was`: what stood there before. */
  'roll-call.corrected': Sent<CorrectionItem, { was: boolean }>;
  /** A sergeant talked an ended attempt over with the officer; `clauses`: what it was about. */
  'talk.recorded': Sent<TalkItem, { clauses: string[] }>;
  /** Heads are signed with another key too: it was changed, none was found where others were known, or one was brought. */
  'ledger.key-made': { keyId: string; because: 'rotated' | 'not-found' | 'brought'; known: string[] };
  /** The training unit read an officer's path, and why. */
  'path.read': Sent<{ id: string; reason: string }>;
  /** The same for what devices reported of the officer's watching. */
  'watching.read': Sent<{ id: string; reason: string }>;
  /** The training unit settled what was to review of one edition, up to the last report that it had seen. */
  'review.noted': Sent<{ id: string; editionHash: string; upToSeq: number; outcome: ReviewOutcome }>;
  /** An officer's records are held, for a lawsuit or an inquiry: they are not purged, however old. */
  'hold.placed': Sent<HoldItem>;
  'hold.ended': Sent<HoldItem>;
  /** All records of an officer's training were purged; `ranges`: the entries whose texts went. It stays in their place. */
  'records.purged': Sent<PurgeItem, { ranges: Range[] }>;
};

export type Kind = keyof Payloads;

/** An entry as projections see it: `by` is the person who acted, null for the program itself. */
export type Recorded<K extends Kind = Kind> = {
  [Each in K]: { kind: Each; seq: number; at: string; by: string | null; hash: string; payload: Payloads[Each] };
}[K];
