import type { ScormApi } from './scorm-talk.ts';

/** SCORM 1.2 RTE 3.3.6.1 walks so far at most; a frame that contains itself must not hold us for ever. */
const mostParents = 500;

/** Looks for the LMS in the parents of this window, then in its opener and the opener's parents. */
export function findApi(name: 'API' | 'API_1484_11', from: Window = window): ScormApi | null {
  const opener = openerOf(from) ?? openerOf(from.top ?? from);
  return inParents(name, from) ?? (opener && inParents(name, opener));
}

function inParents(name: string, from: Window): ScormApi | null {
  let at = from;
  for (let walked = 0; walked < mostParents; walked += 1) {
    const found = offeredBy(at, name);
    if (found) return found;
    if (!at.parent || at.parent === at) return null;
    at = at.parent;
  }
  return null;
}

/** A window of another origin does not let itself be looked into. */
function offeredBy(window: Window, name: string): ScormApi | null {
  try {
    return ((window as unknown as Record<string, ScormApi | undefined>)[name] ?? null) as ScormApi | null;
  } catch {
    return null;
  }
}

function openerOf(window: Window): Window | null {
  try {
    return (window.opener as Window | null) ?? null;
  } catch {
    return null;
  }
}
