/** What the picture on a slip leads to. */
export type Slip = { badge: string; code: string };

/** Behind the #: it is sent to no server and stands in no log. */
export const slipAddress = (origin: string, { badge, code }: Slip): string =>
  `${origin}/enter#${new URLSearchParams({ badge, code })}`;

/** Reads badge and code of a slip out of the address, and takes them out of it: the next one at this device sees nothing. */
export function takeFromAddress(): Slip {
  const read = new URLSearchParams(location.hash.slice(1));
  if (location.hash) history.replaceState(null, '', location.pathname);
  return { badge: read.get('badge') ?? '', code: read.get('code') ?? '' };
}

/** An address that other devices look for on themselves: what a slip says would lead nowhere. */
export const isOnlyHere = (hostname: string): boolean => /^(localhost|127\..*|\[::1\])$/.test(hostname);
