import { ask } from '../api/ask.ts';
import { api } from '../api/client.ts';
import { useAnswer } from '../api/use-answer.ts';

/** Whose watching is still to review. */
export const useReviews = () => useAnswer('reviews', () => ask(() => api.api.reports.reviews.$get()));
