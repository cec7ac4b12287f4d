import type { Rules } from './stickler-rules.ts';

type Api = Record<string, (...given: string[]) => unknown>;

/** Faults that the stickler knows; each is planted once in stickler.test.ts. */
export const faultKinds = [
  'before-initialize',
  'second-initialize',
  'after-end',
  'argument-not-empty',
  'argument-no-string',
  'not-readable',
  'not-writable',
  'bad-value',
  'id-not-first',
  'interaction-not-appended',
  'score-without-pass',
  'lowered',
  'written-in-review',
  'refused-by-lms',
  'commit-unchecked',
  'ended-uncommitted',
  'ended-without-session-time',
  'ended-not-attempted',
] as const;
export type Fault = { kind: (typeof faultKinds)[number]; call: string };

/**
 * An LMS's API behind somebody strict: real systems forgive much, each something else. Everything is passed on, and every call
 * that the standard forbids (or our own promises do) is noted.
 *
 * @param isHealthy false while the test lets the LMS fail on purpose: its "false" is no fault of the package then
 */
export function stickler(api: Api, rules: Rules, isHealthy: () => boolean = () => true) {
  const { calls, elements } = rules;
  const faults: Fault[] = [];
  const written: [element: string, value: string][] = [];
  let state: 'not-begun' | 'open' | 'ended' = 'not-begun';
  let isUncommitted = false;
  let isUnchecked = false;
  let saysScore = false;
  const seen = new Set<string>();

  const ask = (name: string, ...given: string[]) => api[name]?.apply(api, given);
  /** What the LMS holds, asked behind the package's back; the error state stays clean. */
  const holds = (element: string) => String(ask(calls.get, element) ?? '');

  function onSet(element: string, value: string, note: (kind: Fault['kind']) => void): void {
    const found = rules.writable.find(([known]) => known.test(element));
    if (!found) {
      note('not-writable');
      return;
    }
    if (!found[1].test(value)) note('bad-value');
    if (/^(browse|review)$/.test(holds(elements.mode))) note('written-in-review');
    const [, n, field] = /^cmi\.interactions\.(\d+)\.(\w+)/.exec(element) ?? [];
    if (n !== undefined) {
      const count = Number(holds('cmi.interactions._count'));
      if (field === 'id' && Number(n) !== count) note('interaction-not-appended');
      if (field !== 'id' && Number(n) !== count - 1)
        note(Number(n) >= count ? 'id-not-first' : 'interaction-not-appended');
    }
    const ladder = rules.ladders[element];
    if (ladder && ladder.indexOf(value) < ladder.indexOf(holds(element))) note('lowered');
    if (elements.score.test(element)) saysScore = true;
    seen.add(element);
    written.push([element, value]);
  }

  function onEnd(note: (kind: Fault['kind']) => void): void {
    const isPractice = /^(browse|review)$/.test(holds(elements.mode));
    if (rules.commitsBeforeEnd && isUncommitted) note('ended-uncommitted');
    if (isPractice) return;
    if (!seen.has(elements.sessionTime) || !seen.has(elements.exit)) note('ended-without-session-time');
    const [first] = Object.keys(rules.ladders);
    if (/^(not attempted|unknown|)$/.test(holds(first ?? ''))) note('ended-not-attempted');
  }

  function call(name: string, given: unknown[]): unknown {
    const spoken = `${name}(${given.map((each) => JSON.stringify(each)).join(', ')})`;
    const note = (kind: Fault['kind']) => void faults.push({ kind, call: spoken });
    if (given.some((each) => typeof each !== 'string')) note('argument-no-string');
    const [first = '', second = ''] = given.map(String);
    if (name === calls.lastError) {
      isUnchecked = false;
      return ask(name);
    }
    if (isUnchecked) note('commit-unchecked');
    isUnchecked = false;
    if (state === 'ended') note('after-end');
    else if (name === calls.initialize && state === 'open') note('second-initialize');
    else if (name !== calls.initialize && state === 'not-begun') note('before-initialize');
    if ([calls.initialize, calls.commit, calls.end].includes(name) && first !== '') note('argument-not-empty');
    if (state === 'open' && name === calls.get && !rules.readable.some((known) => known.test(first)))
      note('not-readable');
    if (state === 'open' && name === calls.set) {
      onSet(first, second, note);
      isUncommitted = true;
    }
    if (state === 'open' && name === calls.commit && saysScore) {
      if (!elements.passed.test(holds(elements.success))) note('score-without-pass');
    }
    if (state === 'open' && name === calls.end) onEnd(note);
    const wasOver = state === 'ended';
    // It has ended for the package whatever the LMS answers.
    if (name === calls.end) state = 'ended';
    if (name === calls.commit) isUncommitted = false;

    const answer = ask(name, ...given.map(String));
    const isRefused = name !== calls.get && String(answer) !== 'true';
    if (isRefused && isHealthy() && !wasOver) note('refused-by-lms');
    if (name === calls.initialize && String(answer) === 'true') state = 'open';
    if (name === calls.commit) isUnchecked = String(answer) === 'true';
    return answer;
  }

  const wrapped = Object.fromEntries(
    Object.values(calls).map((name) => [name, (...given: unknown[]) => call(name, given)]),
  );
  return { api: wrapped, faults, written, isOver: () => state === 'ended' };
}
