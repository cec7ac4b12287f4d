import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#domain/ledger/canonical-json.ts';
import { genesis, link, payloadDigest, receiptCode } from '#domain/ledger/entry.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const anEntry = {
  seq: 1,
  kind: 'training.opened',
  at: '2026-11-22T12:00:00.000Z',
  payloadDigest: payloadDigest(sha256, 'salt', '{}'),
};

describe('one link of the ledger', () => {
  test('the same meaning has the same text, whatever the order of the keys', () => {
    expect(canonicalJson({ b: [1, null, 'ñ'], a: { d: true, c: undefined } })).toBe(
      '{"a":{"d":true},"b":[1,null,"ñ"]}',
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
        const shuffled = Object.fromEntries(Object.entries(record).reverse());
        expect(canonicalJson(shuffled)).toBe(canonicalJson(record));
        expect(JSON.parse(canonicalJson(record))).toEqual(JSON.parse(JSON.stringify(record)));
      }),
    );
  });

  test('a figure that JSON cannot hold is refused, not stored as null', () => {
    expect(() => canonicalJson({ seconds: Number.NaN })).toThrow();
  });

  test.each([
    ['the number', { seq: 2 }],
    ['the kind', { kind: 'training.watched' }],
    ['the time', { at: '2026-11-22T12:00:00.001Z' }],
    ['the payload', { payloadDigest: payloadDigest(sha256, 'salt', '{"a":1}') }],
    ['the salt', { payloadDigest: payloadDigest(sha256, 'other', '{}') }],
  ])('%s is covered by the hash', (_what, change) => {
    expect(link(sha256, genesis, { ...anEntry, ...change }).hash).not.toBe(link(sha256, genesis, anEntry).hash);
  });

  test('an entry hangs on the one before it', () => {
    expect(link(sha256, sha256('other'), anEntry).hash).not.toBe(link(sha256, genesis, anEntry).hash);
  });

  test('a receipt is the beginning of the hash, to be read aloud in fours', () => {
    expect(receiptCode(`0123456789abcdef${'0'.repeat(48)}`)).toBe('0123-4567-89AB-CDEF');
  });
});
