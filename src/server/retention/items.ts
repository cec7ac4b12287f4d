/** An officer's records are held, for a lawsuit or an inquiry, or are no longer. */
export type HoldItem = { id: string; reason: string };

/** All records of one officer's training go; `before`: a day that all of them lay before. */
export type PurgeItem = { id: string; before: string; reason: string };
