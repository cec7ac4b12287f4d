import { expect, test } from 'vitest';
import { anAgency } from '#test/support/an-agency.ts';
import listed from '#test/support/stored-fields.json' with { type: 'json' };
import { payloadFields } from '#test/support/stored-types.ts';

/*
 * Muster is designed to hold no criminal justice information. A list cannot prove that, but nothing new is stored before
 * somebody has looked at it and written it into stored-fields.json: a field about a stop, a person stopped or a record of a
 * national database does not belong there, nor a place where an officer types.
 */

const fieldsOf = (groups: Record<string, readonly string[]>) =>
  Object.entries(groups).flatMap(([group, fields]) => fields.map((field) => `${group} ${field}`));
const payloads = fieldsOf(listed.payloads);

test('every column of the database was looked at', async () => {
  const tables = await (await anAgency()).installation.db.introspection.getTables();
  const columns = tables.map(({ name, columns }) => [name, columns.map((column) => column.name)] as const);
  expect(fieldsOf(Object.fromEntries(columns)).sort()).toEqual(fieldsOf(listed.columns).sort());
});

test('every field of what an entry of the ledger may hold was looked at', () => {
  expect(fieldsOf(payloadFields()).sort()).toEqual(payloads.sort());
}, 60_000);

test('what people type is listed with the reason, and no officer who trains types anything', () => {
  const typed = Object.keys(listed.typed);
  expect(typed.filter((field) => !payloads.includes(field))).toEqual([]);
  const bySupervisors = ['roll-call.corrected item.reason'];
  const ofTraining = typed.filter((field) => /^(training|roll-call|talk|completion|sign-in)\./.test(field));
  expect(ofTraining).toEqual(bySupervisors);
  const wordy = /(^|[ .[\]])(reason|note|comment|remark|words|description|text|message)s?(\.|$)/i;
  expect(payloads.filter((field) => wordy.test(field) && !typed.includes(field))).toEqual([]);
});

test('no field is named for what belongs to a case or to somebody who was stopped', () => {
  const foreign =
    /(^|[ ._[\]])(dob|birth\w*|ssn|ncic|nlets|fbi|sid|oln|plate|vin|case|incident|arrest\w*|charge\w*|offense|warrant\w*|fingerprint\w*|suspect|subject_name|criminal\w*)(_|\.|\b|$)/i;
  expect([...payloads, ...fieldsOf(listed.columns)].filter((field) => foreign.test(field))).toEqual([]);
});
