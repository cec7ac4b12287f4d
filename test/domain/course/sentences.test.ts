import { expect, test } from 'vitest';
import { sentencesIn } from '#domain/course/sentences.ts';

test.each([
  ['en', 'R8: review the basis.', 1],
  ['en', 'R8: review the basis. R5: an administrative warrant of removal is civil.', 2],
  ['en', 'R8: the U.S. Attorney signs no form of this kind.', 1],
  ['en', 'R2: a U.S. District Court issued it. It names a crime.', 2],
  ['en', 'R9: ask Sgt. Cole. She reads it with you.', 2],
  ['en', 'R9: ask J. Cole. She reads it with you. Then decide.', 3],
  ['es', 'R8: revise el fundamento. ¿Quién la firmó?', 2],
  ['es', 'R2: la firmó un Tribunal de Distrito de EE. UU. competente, no el DHS.', 1],
] as const)('%s: “%s” is read as %i', (language, text, sentences) => {
  expect(sentencesIn(text, language)).toBe(sentences);
});
