import { hash } from 'node:crypto';
import type { Sha256 } from '#domain/ledger/entry.ts';

/** At once, without a stream: a verifier needs two of them for every entry. */
export const sha256: Sha256 = (text) => hash('sha256', text, 'hex');
