import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#domain/ledger/canonical-json.ts';
import { genesis, hashOf } from '#domain/ledger/entry.ts';
import { countIn, extend, outside, type Range } from '#domain/ledger/purged.ts';
import { sha256 } from '#server/ledger/sha256.ts';
import { aChain, edited, headOf, type Stored, verify } from '#test/support/a-chain.ts';

const chain = aChain(12);
const without = (...seqs: number[]) => chain.filter(({ entry }) => !seqs.includes(entry.seq));
const renumbered = (stored: readonly Stored[], from: number) =>
  stored.map((each, at) => (at + from > 0 ? { ...each, entry: { ...each.entry, seq: at + 1 } } : each));
const stored = (seq: number): Stored => {
  const found = chain[seq - 1];
  if (!found) throw new Error(`There is no entry ${seq}.`);
  return found;
};
/** Entries 4 and 9 with `parts` of the one in the place of the other's. */
const withoutTexts = (all: readonly Stored[], ...seqs: number[]): Stored[] =>
  all.map((each) => (seqs.includes(each.entry.seq) ? { ...each, payload: null } : each));
const exchanged = (...parts: ('prev' | 'kind' | 'at' | 'payloadDigest' | 'hash')[]) => {
  const from = (seq: number) => () => Object.fromEntries(parts.map((part) => [part, stored(seq).entry[part]]));
  return edited(edited(chain, 4, from(9)), 9, from(4));
};

describe('a chain that nobody touched', () => {
  test('has no findings, whether or not payloads were purged or left out', () => {
    expect(verify(chain, headOf(chain, 'inside', 5), headOf(chain, 'outside'))).toEqual({
      entries: 12,
      payloads: 12,
      outsideThatFit: 1,
      purged: 0,
      purges: [],
      missing: 0,
      head: { seq: 12, hash: stored(12).entry.hash, at: stored(12).entry.at },
      findings: [],
      further: 0,
      clockWentBack: null,
    });
    const purged = withoutTexts(
      aChain(12, {
        purging: [
          [4, 4],
          [8, 9],
        ],
      }),
      4,
      8,
      9,
    );
    expect(verify(purged)).toMatchObject({ payloads: 10, purged: 3, purges: [13], missing: 0, findings: [] });
    const exported = purged.map(({ entry }) => ({ entry, payload: undefined }));
    expect(verify(exported)).toMatchObject({ payloads: 0, purged: 0, missing: 0, findings: [] });
  });

  test('that is empty has no head', () => {
    expect(verify([])).toMatchObject({ entries: 0, head: null, findings: [] });
    expect(verify([], headOf(chain, 'outside')).findings).toEqual([{ kind: 'rolled-back', seq: 1, through: 12 }]);
  });

  test('says when the clock was put back, which is no fault of the chain', () => {
    const back = [...chain.slice(0, 6), ...aChain(12, { from: Date.parse('2026-11-22T12:00:00Z') }).slice(6)];
    expect(verify(back).clockWentBack).toEqual({ times: 1, first: 7 });
  });

  test('is hashed over the canonical text of each entry', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(fc.nat(), text, text, text, (seq, kind, at, payloadDigest) => {
        const content = { seq, kind, at, payloadDigest };
        expect(hashOf((each) => each, genesis, content)).toBe(`${genesis}\n${canonicalJson(content)}`);
      }),
    );
  });

  test('whose head was mistyped is not said to be written anew: another head of that entry fits it', () => {
    const mistyped = { seq: 12, hash: 'f'.repeat(16), kept: 'outside' as const };
    const { findings, outsideThatFit } = verify(chain, headOf(chain, 'inside', 12), mistyped);
    expect({ findings, outsideThatFit }).toEqual({ findings: [{ kind: 'disputed', seq: 12 }], outsideThatFit: 0 });
  });
});

describe('what was done to a chain is found and named', () => {
  const digest = sha256('something else');
  test.each<[string, readonly Stored[], unknown]>([
    ['a time edited', edited(chain, 5, () => ({ at: '2020-01-01T00:00:00.000Z' })), { kind: 'edited-entry', seq: 5 }],
    ['a kind edited', edited(chain, 5, () => ({ kind: 'x' })), { kind: 'edited-entry', seq: 5 }],
    ['a digest edited', edited(chain, 5, () => ({ payloadDigest: digest })), { kind: 'edited-entry', seq: 5 }],
    ['a hash edited', edited(chain, 5, () => ({ hash: digest })), { kind: 'edited-entry', seq: 5 }],
    ['a link edited', edited(chain, 5, () => ({ prev: digest })), { kind: 'edited-entry', seq: 5 }],
    ['the first edited', edited(chain, 1, () => ({ kind: 'x' })), { kind: 'edited-entry', seq: 1 }],
    ['the last edited', edited(chain, 12, () => ({ kind: 'x' })), { kind: 'edited-entry', seq: 12 }],
    [
      'an entry edited and hashed anew',
      edited(chain, 5, () => ({ kind: 'x' }), true),
      { kind: 'edited-entry', seq: 5 },
    ],
    ['one deleted', without(5), { kind: 'deleted', seq: 5, through: 5 }],
    ['the first deleted', without(1, 2), { kind: 'deleted', seq: 1, through: 2 }],
    ['one deleted and the rest renumbered', renumbered(without(5), 0), { kind: 'deleted', seq: 5, through: 5 }],
    ['three deleted and the rest renumbered', renumbered(without(5, 6, 7), 0), { kind: 'deleted', seq: 5, through: 7 }],
    ['all but the hash swapped', exchanged('kind', 'at', 'payloadDigest'), { kind: 'swapped', seq: 4, other: 9 }],
    [
      'all but the number swapped',
      exchanged('prev', 'kind', 'at', 'payloadDigest', 'hash'),
      { kind: 'swapped', seq: 4, other: 9 },
    ],
    [
      'content and hash swapped',
      exchanged('kind', 'at', 'payloadDigest', 'hash'),
      { kind: 'swapped', seq: 4, other: 9 },
    ],
    [
      'lines swapped',
      [...chain.slice(0, 4), stored(6), stored(5), ...chain.slice(6)],
      { kind: 'swapped', seq: 5, other: 6 },
    ],
    ['a record put in twice', [...chain.slice(0, 5), stored(5), ...chain.slice(5)], { kind: 'inserted', seq: 5 }],
  ])('%s', (_what, tampered, finding) => {
    const verified = verify(tampered);
    expect(verified.findings).toEqual([finding]);
  });

  test('a forged record put between two, the rest renumbered', () => {
    const forged = edited(chain, 5, (entry) => ({ seq: 6, kind: 'forged', prev: entry.hash }), true)[4];
    if (!forged) throw new Error('There is one to forge.');
    const tampered = renumbered([...chain.slice(0, 5), forged, ...chain.slice(5)], 0);
    expect(verify(tampered).findings).toEqual([{ kind: 'inserted', seq: 6 }]);
  });

  test('a payload edited, and two payloads swapped', () => {
    const withPayload = (...put: [number, Stored['payload']][]) =>
      chain.map((each) => ({ ...each, payload: new Map(put).get(each.entry.seq) ?? each.payload }));
    const edited = withPayload([5, { salt: stored(5).payload?.salt ?? '', text: '{}' }]);
    expect(verify(edited).findings).toEqual([{ kind: 'edited-payload', seq: 5 }]);
    const swapped = withPayload([4, stored(9).payload], [9, stored(4).payload]);
    expect(verify(swapped).findings).toEqual([{ kind: 'swapped', seq: 4, other: 9 }]);
  });

  test('the end cut off: truncated when what lies beside it knows of more, rolled back when only a saved head does', () => {
    const cut = chain.slice(0, 8);
    expect(verify(cut).findings).toEqual([]);
    expect(verify(cut, headOf(chain, 'outside')).findings).toEqual([{ kind: 'rolled-back', seq: 9, through: 12 }]);
    const beside = { seq: 10, hash: null, kept: 'inside' } as const;
    expect(verify(cut, beside, headOf(chain, 'outside')).findings).toEqual([
      { kind: 'truncated', seq: 9, through: 12 },
    ]);
  });

  test('a history written anew from the start to a saved head, or from the last head that still agrees', () => {
    const anew = aChain(12, { from: 0 });
    expect(verify(anew).findings).toEqual([]);
    expect(verify(anew, headOf(chain, 'outside', 9)).findings).toEqual([{ kind: 'rewritten', seq: 1, through: 9 }]);
    const agreeing = headOf(anew, 'inside', 3);
    expect(verify(anew, agreeing, headOf(chain, 'outside', 9)).findings).toEqual([
      { kind: 'rewritten', seq: 4, through: 9 },
    ]);
  });

  test('a thousand at once: the first hundred are named, the others counted', () => {
    const long = aChain(1_000);
    const verified = verify(long.map((each) => ({ ...each, entry: { ...each.entry, kind: 'x' } })));
    expect(verified.findings.slice(0, 2)).toEqual([
      { kind: 'edited-entry', seq: 1 },
      { kind: 'edited-entry', seq: 2 },
    ]);
    expect(verified.findings.length + verified.further).toBe(1_000);
  });

  test('any one change anywhere is found, and the first bad record is named', () => {
    const long = aChain(40);
    const change = fc.constantFrom('kind', 'at', 'payloadDigest', 'hash', 'prev', 'text', 'salt', 'delete', 'cut');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), change, fc.string({ minLength: 1 }), (seq, what, made) => {
        const tampered =
          what === 'delete' || what === 'cut'
            ? long.filter(({ entry }) => (what === 'cut' ? entry.seq < seq : entry.seq !== seq))
            : long.map((each) => {
                if (each.entry.seq !== seq) return each;
                if (what !== 'text' && what !== 'salt') return { ...each, entry: { ...each.entry, [what]: made } };
                return { ...each, payload: { salt: '', text: '', ...each.payload, [what]: made } };
              });
        const { findings } = verify(tampered, headOf(long, 'outside'));
        expect(findings[0]?.seq).toBe(seq);
      }),
      { numRuns: 500 },
    );
  });

  test('whole chains with two records exchanged by number are found wherever they stand', () => {
    const long = aChain(60);
    const place = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(place, place, (one, other) => {
        fc.pre(one !== other);
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const numbers = new Map([
          [low, high],
          [high, low],
        ]);
        const tampered = long
          .map((each) => ({ ...each, entry: { ...each.entry, seq: numbers.get(each.entry.seq) ?? each.entry.seq } }))
          .sort((a, b) => a.entry.seq - b.entry.seq);
        expect(verify(tampered).findings).toEqual([{ kind: 'swapped', seq: low, other: high }]);
      }),
    );
  });
});

describe('texts that are gone', () => {
  test('are found by number unless an entry that came later says that they were purged', () => {
    expect(verify(withoutTexts(chain, 4, 5, 9))).toMatchObject({
      missing: 3,
      findings: [
        { kind: 'text-missing', seq: 4, through: 5 },
        { kind: 'text-missing', seq: 9, through: 9 },
      ],
    });
    const tombstoned = aChain(12, {
      purging: [
        [3, 4],
        [13, 20],
      ],
    });
    expect(verify(withoutTexts(tombstoned, 2, 3, 4, 5)).findings).toEqual([
      { kind: 'text-missing', seq: 2, through: 2 },
      { kind: 'text-missing', seq: 5, through: 5 },
    ]);
    // The entry itself is never purged, whatever it says.
    expect(verify(withoutTexts(tombstoned, 3, 13))).toMatchObject({ purged: 0, missing: 2 });
  });

  test('of entries that say something about the agency are found, whatever is said of them', () => {
    const purged = withoutTexts(aChain(12, { purging: [[1, 12]], kind: 'roster.loaded' }), 3);
    expect(verify(purged).findings).toEqual([{ kind: 'text-missing', seq: 3, through: 3 }]);
  });

  test('are not excused by an entry whose text was edited', () => {
    const tombstoned = withoutTexts(aChain(12, { purging: [[3, 3]] }), 3, 4);
    const forged = tombstoned.map((each) =>
      each.entry.seq === 13 && each.payload
        ? { ...each, payload: { ...each.payload, text: each.payload.text.replace('[[3,3]]', '[[3,4]]') } }
        : each,
    );
    expect(verify(forged).findings).toEqual([
      { kind: 'text-missing', seq: 3, through: 4 },
      { kind: 'edited-payload', seq: 13 },
    ]);
  });

  test('are the numbers that lie in one list of ranges and in none of the other', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 40 })).map((all) => all.sort((one, other) => one - other));
    const rangesOf = (all: readonly number[]) => {
      const ranges: Range[] = [];
      for (const seq of all) extend(ranges, seq);
      return ranges;
    };
    const numbersOf = (ranges: readonly Range[]) =>
      ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, step) => from + step));
    fc.assert(
      fc.property(numbers, numbers, (some, others) => {
        const left = outside(rangesOf(some), rangesOf(others).reverse());
        expect(numbersOf(left)).toEqual(some.filter((seq) => !others.includes(seq)));
        expect(countIn(left)).toBe(numbersOf(left).length);
      }),
    );
  });
});
