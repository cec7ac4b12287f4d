const most = 9_999 * 3600 + 59 * 60 + 59;

/** CMITimespan, HHHH:MM:SS.SS (SCORM 1.2 RTE 3.4.4, `cmi.core.session_time`). */
export function timespan(seconds: number): string {
  const hundredths = Math.round(Math.min(most, Math.max(0, seconds)) * 100);
  const whole = Math.floor(hundredths / 100);
  const two = (part: number) => String(part).padStart(2, '0');
  const hours = String(Math.floor(whole / 3600)).padStart(4, '0');
  return `${hours}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}.${two(hundredths % 100)}`;
}
