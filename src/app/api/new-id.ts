import { newId } from '#domain/shared/id.ts';

/** An id for something that this screen is about to send; a retry sends the same one. */
export const newItemId = (): string => newId(Date.now(), (bytes) => crypto.getRandomValues(bytes));
