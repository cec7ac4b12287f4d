import { setTimeout as wait } from 'node:timers/promises';
import type { Cmi5Lms, Trouble } from './a-cmi5-lms.ts';
import type { Unit } from './a-unit.ts';
import { keyOf } from './held.ts';
import type { Launch } from './launching.ts';

/** One step of a conformance case: a word, or a word with what it needs. */
export type Step = string | Record<string, unknown>;

const plain: Record<string, (unit: Unit, lms: Cmi5Lms) => unknown> = {
  begin: (unit) => unit.begin(),
  open: (unit) => unit.submit({ kind: 'opened', language: 'en' }),
  acknowledge: (unit) => unit.submit({ kind: 'acknowledged', language: 'es' }),
  'decide rightly': (unit) => unit.decideRightly(),
  'decide rightly but the last': (unit) => unit.decideRightly({ butTheLast: true }),
  'decide wrongly': (unit) => unit.decideWrongly(),
  'run wrongly': (unit) => unit.runWrongly(),
  reload: (unit) => unit.load(),
  'kill tab': (unit) => unit.killTab(),
  'remember page': (unit) => unit.rememberPage(),
  'back to the remembered page': (unit) => unit.backToPage(),
  leave: (unit) => unit.leave(),
  'no trouble': (_, lms) => lms.trouble(),
  'hide tags': (_, lms) => lms.hideTags(),
  'lose state': (unit, lms) => lms.documents.remove(keyOf(unit.session, 'muster')),
};

const withMore: Record<string, (given: never, unit: Unit, lms: Cmi5Lms) => unknown> = {
  launch: (given: Launch, unit) => unit.launch(given),
  'launch again': (given: Launch, unit) => unit.launch({ ...given, registration: unit.session.registration }),
  watch: (stretches: [number, number][], unit) => unit.watch(...stretches),
  wait: (milliseconds: number) => wait(milliseconds),
  advance: (milliseconds: number, unit) => unit.advance(milliseconds),
  drop: (parameter: string, unit) => unit.dropParameter(parameter),
  trouble: (given: (Omit<Trouble, 'on'> & { on: string })[], _, lms) =>
    lms.trouble(...given.map((each) => ({ ...each, on: new RegExp(each.on) }))),
};

export async function take(step: Step, unit: Unit, lms: Cmi5Lms): Promise<void> {
  const [word, given] = typeof step === 'string' ? [step, undefined] : (Object.entries(step)[0] ?? ['', undefined]);
  const known = typeof step === 'string' ? plain[word] : undefined;
  const knownWithMore = typeof step === 'string' ? undefined : withMore[word];
  if (known) await known(unit, lms);
  else if (knownWithMore) await knownWithMore(given as never, unit, lms);
  else throw new Error(`No step is called "${word}".`);
}
