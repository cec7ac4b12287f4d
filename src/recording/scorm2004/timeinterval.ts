/** timeinterval (second,10,2): PTnHnMnS (SCORM 2004 4th Edition RTE 4.1.1.7). */
export function timeinterval(seconds: number): string {
  const hundredths = Math.round(Math.max(0, seconds) * 100);
  const whole = Math.floor(hundredths / 100);
  const rest = ((whole % 60) * 100 + (hundredths % 100)) / 100;
  return `PT${Math.floor(whole / 3600)}H${Math.floor(whole / 60) % 60}M${rest}S`;
}

/** time (second,10,2): a zone is taken only behind a fraction, and the fraction has two digits at most. */
export const timestamp = (iso: string): string => `${new Date(iso).toISOString().slice(0, 22)}Z`;
