import { describe, expect, test } from 'vitest';
import { findApi } from '#recording/lms/find-api.ts';

type Fake = { parent: Fake | null; opener?: Fake; top?: Fake; API?: object };
const find = (from: Fake) => findApi('API', from as unknown as Window);

/** The topmost window is its own parent. */
function windows(...levels: Partial<Fake>[]): Fake {
  const chain = levels.map((each): Fake => ({ parent: null, ...each }));
  for (const [at, each] of chain.entries()) each.parent = chain[at + 1] ?? each;
  const [here, top] = [chain[0], chain.at(-1)];
  if (!here || !top) throw new Error('No window.');
  return Object.assign(here, { top });
}

describe('the API of an LMS (SCORM 1.2 RTE 3.3.6.1) is found', () => {
  const API = {};
  test.each<[string, Fake]>([
    ['in the page itself', windows({ API })],
    ['in the parent', windows({}, { API })],
    ['five frames up', windows({}, {}, {}, {}, {}, { API })],
    ['in the window that opened this one', windows({ opener: windows({ API }) })],
    ['in the parent of the window that opened this one', windows({ opener: windows({}, { API }) })],
    ['in the window that opened the topmost of these frames', windows({}, { opener: windows({ API }) })],
  ])('%s', (_where, from) => {
    expect(find(from)).toBe(API);
  });

  test('nearest first', () => {
    expect(find(windows({}, { API }, { API: {} }))).toBe(API);
  });

  test('nowhere when there is none, also where frames contain themselves', () => {
    expect(find(windows({}, {}))).toBeNull();
    const [one, other]: [Fake, Fake] = [{ parent: null }, { parent: null }];
    one.parent = other;
    other.parent = one;
    expect(find(one)).toBeNull();
  });

  test('beyond a frame of another site that does not let itself be looked into', () => {
    const stranger = windows({}, { API });
    Object.defineProperty(stranger, 'API', {
      get() {
        throw new Error('Blocked a frame from accessing a cross-origin frame.');
      },
    });
    const here = windows({});
    here.parent = stranger;
    expect(find(here)).toBe(API);
  });
});
