/** Minutes and seconds as both languages write them: 75 → "1:15". Whole seconds, rounded down. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds + 0.001));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
