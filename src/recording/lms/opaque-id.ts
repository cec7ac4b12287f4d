const offset = 0x6c62272e07bb014262b821756295c58dn;
const prime = 0x0000000001000000000000000000013bn;
const mask = (1n << 128n) - 1n;

/**
 * FNV-1a (128 bit) in base 36: the same learner is found again on this device without a name or badge lying there. It keeps no
 * secret, and needs no WebCrypto, which plain http from another machine does not have.
 */
export function opaqueId(text: string): string {
  let state = offset;
  for (const byte of new TextEncoder().encode(text)) state = ((state ^ BigInt(byte)) * prime) & mask;
  return state.toString(36);
}

/** @param said the learner's id in the LMS; '' where it gives none */
export const learnerIdOf = (said: string): string => (said === '' ? '' : opaqueId(said));
