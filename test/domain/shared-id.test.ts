import { expect, test } from 'vitest';
import { newId } from '#domain/shared/id.ts';

const random = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes);

test('an id is a UUIDv7 that carries its millisecond and sorts by it', () => {
  const at = Date.UTC(2026, 10, 22, 7, 12, 0, 345);
  const id = newId(at, random);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(at);
  expect(newId(at + 1, random) > id).toBe(true);
  expect(newId(at, random)).not.toBe(id);
});
