/** Closed lists that screens need at run time; they stand apart from the schemas, so that no phone loads a parser for them. */
export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

/** What a scenario is drawn as. An attempt draws one of each, in this order. */
export const drawSlots = ['civil', 'criminal', 'cannot-tell', 'status'] as const;
