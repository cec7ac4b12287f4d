import * as z from 'zod';
import { Language, ScenarioId, Slug } from '../course/course.ts';

/** In one spelling, so that the same id is found again whoever wrote it. */
export const ItemId = z.uuid().lowercase();

const common = {
  /** Made by the client (UUIDv7): the same id with the same body gets the same receipt. */
  id: ItemId,
  /** The edition the officer opened; a newer one does not change what is owed midway. */
  editionHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** The device's own clock: kept beside the server's, never trusted. */
  deviceAt: z.iso.datetime(),
};

export const PlayedStretch = z.strictObject({
  fromSeconds: z.number().min(0),
  toSeconds: z.number().min(0),
  rate: z.number().positive().max(16),
});

/** The whole course lies on the device: from the server's time of this on, it can have been watched without a network. */
export const TakenAlong = z.strictObject({ kind: z.literal('taken-along'), ...common });

export const Opened = z.strictObject({ kind: z.literal('opened'), ...common, language: Language });

export const Watched = z.strictObject({
  kind: z.literal('watched'),
  ...common,
  stretches: z.array(PlayedStretch).min(1).max(200),
  narration: Language,
  captions: z.array(Language).max(2),
});

export const Acknowledged = z.strictObject({ kind: z.literal('acknowledged'), ...common, language: Language });

/** One decision in one run of one scenario. The server replays the path and grades it itself. */
export const Decided = z.strictObject({
  kind: z.literal('decided'),
  ...common,
  attempt: z.int().min(1),
  scenarioId: ScenarioId,
  run: z.int().min(1),
  decisionId: Slug,
  optionId: Slug,
  language: Language,
});

/** What an officer's screen may send. There is no "passed": completion is decided from these (design "Completion"). */
export const EvidenceItem = z.discriminatedUnion('kind', [TakenAlong, Opened, Watched, Acknowledged, Decided]);
export type EvidenceItem = z.infer<typeof EvidenceItem>;
export type Decided = z.infer<typeof Decided>;
export type Watched = z.infer<typeof Watched>;
