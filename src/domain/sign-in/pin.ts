/** Why a PIN must not be taken: whoever stands beside the officer would try these first (trust.md 4, SP 800-63B 3.1.1.2). */
export type PinFault = 'pin.length' | 'pin.pattern' | 'pin.badge' | 'pin.year';

/** @returns null for a PIN that may be taken */
export function pinFault(pin: string, badge: string): PinFault | null {
  if (!/^\d{6,12}$/.test(pin)) return 'pin.length';
  if (isPattern(pin)) return 'pin.pattern';
  const digits = badge.replaceAll(/\D/g, '');
  if (digits.length >= 3 && pin.includes(digits)) return 'pin.badge';
  return isAroundYear(pin) ? 'pin.year' : null;
}

/** 123456, 987654, 111111, 121212, 123123, 112233, and whatever else has at most two different digits. */
function isPattern(pin: string): boolean {
  const digits = [...pin].map(Number);
  const steps = digits.slice(1).map((digit, at) => (digit - (digits[at] ?? 0) + 10) % 10);
  const isEven = steps.every((step) => step === steps[0]);
  const isRepeated = [1, 2, 3, 4].some(
    (length) => pin.length % length === 0 && pin.slice(0, length).repeat(pin.length / length) === pin,
  );
  const isInPairs = digits.every((digit, at) => digit === digits[at - (at % 2)]) && pin.length % 2 === 0;
  return isEven || isRepeated || isInPairs || new Set(digits).size <= 2;
}

/** A year of birth with a month, a day or both around it, as in 198512, 121985 or 19851204. */
const isAroundYear = (pin: string): boolean =>
  pin.length <= 8 && (/^(19[3-9]\d|200\d|201\d)/.test(pin) || /(19[3-9]\d|200\d|201\d)$/.test(pin));
