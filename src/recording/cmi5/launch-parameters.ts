import { validate as isUuid } from 'uuid';

/** The learner as the LMS names them; every request repeats it as it came (cmi5 8.1.3). */
export type Actor = { objectType?: 'Agent'; name?: string; account: { homePage: string; name: string } };

/** The five values of the launch address, in any order (cmi5 8.1). */
export type LaunchParameters = {
  endpoint: string;
  fetch: string;
  actor: Actor;
  registration: string;
  activityId: string;
};

/** @returns null when one is missing or is not what the standard says it is */
export function readLaunchParameters(launchUrl: URL): LaunchParameters | null {
  const given = (name: string) => launchUrl.searchParams.get(name) ?? '';
  const endpoint = webAddress(given('endpoint'));
  const fetchAddress = webAddress(given('fetch'));
  const actor = readActor(given('actor'));
  const registration = given('registration');
  const activityId = given('activityId');
  if (!endpoint || !fetchAddress || !actor || !isUuid(registration) || activityId === '') return null;
  return { endpoint: endpoint.replace(/\/?$/, '/'), fetch: fetchAddress, actor, registration, activityId };
}

/** Only what a browser may be led to: a launch address is written by whoever made the link. */
export function webAddress(address: unknown): string | null {
  if (typeof address !== 'string' || !URL.canParse(address)) return null;
  return ['http:', 'https:'].includes(new URL(address).protocol) ? address : null;
}

function readActor(text: string): Actor | null {
  try {
    const actor = JSON.parse(text) as Partial<Actor> | null;
    const account = actor?.account;
    // 9.2: an agent with an account; nothing else tells one learner from another in cmi5.
    return typeof account?.homePage === 'string' && typeof account.name === 'string' ? (actor as Actor) : null;
  } catch {
    return null;
  }
}
