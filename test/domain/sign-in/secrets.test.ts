import { randomFillSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeCode, shownCode, typedCode } from '#domain/sign-in/entry-code.ts';
import { passwordFault } from '#domain/sign-in/password.ts';
import { pinFault } from '#domain/sign-in/pin.ts';

describe('a PIN', () => {
  test.each([
    ['12345', 'pin.length'],
    ['1234567890123', 'pin.length'],
    ['48 2915', 'pin.length'],
    ['123456', 'pin.pattern'],
    ['987654', 'pin.pattern'],
    ['135791', 'pin.pattern'],
    ['000000', 'pin.pattern'],
    ['121212', 'pin.pattern'],
    ['123123', 'pin.pattern'],
    ['112233', 'pin.pattern'],
    ['445544', 'pin.pattern'],
    ['104277', 'pin.badge'],
    ['771042', 'pin.badge'],
    ['198512', 'pin.year'],
    ['121985', 'pin.year'],
    ['19851204', 'pin.year'],
    ['482915', null],
    ['7305918264', null],
  ])('%s of badge 1042: %s', (pin, fault) => {
    expect(pinFault(pin, '1042')).toBe(fault);
  });

  test('may hold a badge of two digits, which nearly every PIN does', () => {
    expect(pinFault('482915', '29')).toBeNull();
  });
});

describe('a password', () => {
  const common = async (password: string) => password.startsWith('password');
  const about = ['1042', 'Ana Peña', 'Small Town Police'];

  test.each([
    ['fourteen chars', 'password.short'],
    ['passwordpassword', 'password.guessable'],
    ['smalltownpolice1042', 'password.about-you'],
    ['Ana Peña 1042 !!!', 'password.about-you'],
    ['river stone lantern', null],
    ['ñandú y colibrí al sol', null],
    ['x'.repeat(257), 'password.long'],
  ])('%s: %s', async (password, fault) => {
    expect(await passwordFault(password, about, common)).toBe(fault);
  });
});

describe('a code', () => {
  test('is read back as it was made, however it is typed', () => {
    fc.assert(
      fc.property(fc.constantFrom('slip' as const, 'vouch' as const), (purpose) => {
        const code = makeCode(purpose, randomFillSync);
        expect(code).toMatch(purpose === 'slip' ? /^[0-9A-HJKMNP-TV-Z]{12}$/ : /^\d{8}$/);
        expect(typedCode(` ${shownCode(code).toLowerCase()} `)).toBe(code);
      }),
    );
    expect(shownCode('K7QF2MXP9DTH')).toBe('K7QF-2MXP-9DTH');
    expect(typedCode('okil')).toBe('0K11');
  });

  test('has every letter about as often', () => {
    const counts = new Map<string, number>();
    for (let each = 0; each < 4_000; each += 1) {
      for (const letter of makeCode('slip', randomFillSync)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    expect(counts.size).toBe(32);
    for (const count of counts.values()) expect(Math.abs(count - 1_500)).toBeLessThan(300);
  });
});
