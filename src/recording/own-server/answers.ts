import { standings } from '#domain/completion/completion.ts';
import type { Training } from '#domain/completion/training.ts';

/** What is read back is looked at before it is believed: a captive portal also answers 200. */

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isSignedIn = (value: unknown): value is { officerId: string; agencyId: string } =>
  isFields(value) && typeof value.officerId === 'string' && typeof value.agencyId === 'string';

export const isTraining = (value: unknown): value is Training =>
  isFields(value) &&
  typeof value.officerId === 'string' &&
  typeof value.editionHash === 'string' &&
  standings.some((standing) => standing === value.standing) &&
  Array.isArray(value.covered) &&
  Array.isArray(value.decisions) &&
  typeof value.attempt === 'number' &&
  (value.completion === null || isFields(value.completion));

export const isReceipt = (value: unknown): value is { receipt: string; training: Training } =>
  isFields(value) && typeof value.receipt === 'string' && value.receipt !== '' && isTraining(value.training);

export const isPackOf = (editionHash: string, value: unknown): boolean =>
  isFields(value) && value.editionHash === editionHash && isFields(value.film) && isFields(value.text);

/** The closed code of a problem document (RFC 9457), or the status when a stranger answered. */
export const refusalOf = (status: number, value: unknown): string =>
  isFields(value) && typeof value.code === 'string' ? value.code : `http.${status}`;
