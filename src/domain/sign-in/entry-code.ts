/** How somebody without a PIN or password gets in once: a printed slip, or the sergeant's word face to face. */
export const purposes = ['slip', 'vouch'] as const;
export type CodePurpose = (typeof purposes)[number];

export const slipDays = 7;
export const vouchMinutes = 15;

/** Without letters that are taken for digits, or that make words (Crockford's base 32). */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const slipLength = 12;
const vouchLength = 8;

/**
 * 60 bits on a slip, which is scanned or typed within seven days; eight digits for a vouching, read out within minutes and
 * tried at most five times.
 */
export function makeCode(purpose: CodePurpose, fillRandom: (bytes: Uint8Array<ArrayBuffer>) => unknown): string {
  const [alphabet, length] = purpose === 'slip' ? [letters, slipLength] : [letters.slice(0, 10), vouchLength];
  const most = 256 - (256 % alphabet.length);
  let code = '';
  while (code.length < length) {
    const bytes = new Uint8Array(length);
    fillRandom(bytes);
    // Bytes beyond the last whole turn would make some letters likelier.
    for (const byte of bytes) if (byte < most && code.length < length) code += alphabet[byte % alphabet.length];
  }
  return code;
}

/** As it is typed: small letters, spaces and hyphens do not matter, and O, I and L are the digits they look like. */
export const typedCode = (typed: string): string =>
  typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');

/** In fours, as people read them. */
export const shownCode = (code: string): string => code.replaceAll(/(.{4})(?=.)/g, '$1-');
