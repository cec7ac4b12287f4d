/** A heading or a status as it is compared: without accents, case and signs, "learnerId" as two words. */
export const plain = (words: string): string =>
  words
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
