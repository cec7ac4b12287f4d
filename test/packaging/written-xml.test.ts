/** @vitest-environment jsdom */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writtenXml } from '#packaging/written-xml.ts';

/** Any text at all, with what XML minds in it more often than chance would have it. */
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('&', '<', '>', '"', "'", ']]>', '&amp;', '&#0;', '\u0000', '\ud800', ' ', 'ñ'), {
      maxLength: 6,
    })
    .map((parts) => parts.join('')),
);
const read = (xml: string) => {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  expect(document.querySelector('parsererror')).toBeNull();
  return document.documentElement;
};
const permitted = (text: string) =>
  [...text].map((each) => (/[\t\n\r -\ud7ff\ue000-\ufffd]|[\u{10000}-\u{10ffff}]/u.test(each) ? each : ' ')).join('');

test('whatever is said is read again as it was said, in elements and in attributes', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const root = read(writtenXml({ root: { '@said': text, said: text } }));
      // Parsers make one kind of line end of all (XML 1.0, 2.11), and a space of each in attributes (3.3.3).
      const said = permitted(text).replaceAll(/\r\n?/g, '\n');
      expect(root.querySelector('said')?.textContent).toBe(said);
      expect(root.getAttribute('said')).toBe(said.replaceAll(/[\t\n]/g, ' '));
    }),
  );
});

test('a list is an element again and again, and what is not there is not written', () => {
  const root = read(writtenXml({ root: { item: [{ '@n': '1' }, { '@n': '2' }], none: undefined } }));
  expect([...root.children].map((each) => [each.localName, each.getAttribute('n')])).toEqual([
    ['item', '1'],
    ['item', '2'],
  ]);
});
