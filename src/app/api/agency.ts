import { askOnce } from './ask.ts';
import { api } from './client.ts';
import type { Agency } from './session.ts';
import { type Answer, useAnswer } from './use-answer.ts';

/** For pages that anyone may open: whose they are, without a look at who is signed in. */
export const useAgency = (): Answer<Agency> => useAnswer('agency', () => askOnce(() => api.api.agency.$get()));
