/** In which language a screen begins that nobody has chosen one on: the device's own, or the agency's. */
export const startLanguages = ['device', 'en', 'es'] as const;
export type StartLanguage = (typeof startLanguages)[number];
