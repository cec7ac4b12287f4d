/** All zones that this browser knows, the agency's own among them whatever the browser knows. */
export function timeZones(own: string): string[] {
  const known = Intl.supportedValuesOf?.('timeZone') ?? [];
  return [...new Set([...known, own])].sort();
}

/** Of this device. */
export const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
