/** The object that an LMS offers: its functions answer at once, with a string (SCORM 1.2 RTE 3.3.2, SCORM 2004 RTE 3.2). */
export type ScormApi = Record<string, unknown>;

export type ScormNames = {
  initialize: string;
  getValue: string;
  setValue: string;
  commit: string;
  lastError: string;
  end: string;
};

/**
 * One conversation in either version of SCORM. The standard knows no waiting: an answer that is thrown, missing, a promise or
 * anything but a word counts as "no". Nothing is said before the beginning or after the end, whoever asks for it.
 */
export function scormTalk(api: ScormApi, names: ScormNames) {
  let state: 'not-begun' | 'open' | 'ended' = 'not-begun';
  const beganAt = performance.now();

  function ask(name: string, ...given: string[]): string {
    try {
      // Called on its object: many are classes.
      const answer = (api[name] as (...given: string[]) => unknown).apply(api, given);
      return ['string', 'number', 'boolean'].includes(typeof answer) ? String(answer) : '';
    } catch {
      return '';
    }
  }
  const isOpen = () => state === 'open';

  return {
    isOpen,
    hasEnded: () => state === 'ended',
    secondsSinceBegin: () => (performance.now() - beganAt) / 1000,
    begin(): boolean {
      if (state === 'not-begun' && ask(names.initialize, '') === 'true') state = 'open';
      return isOpen();
    },
    get: (element: string): string => (isOpen() ? ask(names.getValue, element) : ''),
    set: (element: string, value: string): boolean => isOpen() && ask(names.setValue, element, value) === 'true',
    /** True only when the LMS said so and no error stands (SCORM 1.2 RTE 3.3.4.2): some answer "true" to what they did not keep. */
    commit: (): boolean => isOpen() && ask(names.commit, '') === 'true' && ['0', ''].includes(ask(names.lastError)),
    /** Once, whatever the answer: a second call is an error (101, 113), and so is every other call after it. */
    end(): boolean {
      if (!isOpen()) return state === 'ended';
      state = 'ended';
      return ask(names.end, '') === 'true';
    },
  };
}

export type ScormTalk = ReturnType<typeof scormTalk>;
