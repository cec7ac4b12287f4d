import { ask } from '../api/ask.ts';
import { api } from '../api/client.ts';
import { useAnswer } from '../api/use-answer.ts';

/** All that an administrator has set, and what is still missing. */
export const useSettings = () => useAnswer('settings', () => ask(() => api.api.agency.settings.$get()));
