import { createContext, useContext } from 'react';
import { type Language, languages } from '#domain/course/closed-lists.ts';
import { orderAddress } from '#domain/course/course-address.ts';

/** What lies around the officer's screens: where the files of the course are, and which other pages there are. */
export type Surroundings = {
  /** Address of a file of the film. */
  filmFile: (courseId: string, editionHash: string, file: string) => string;
  /** Address of the file of the agency's order, where there is one. */
  orderFile: ((editionHash: string, language: Language) => string) | null;
  /** Languages in which the film is spoken here. */
  voices: readonly Language[];
  /** The roadside card, practice and the way to the training are pages of ours. */
  hasOtherPages: boolean;
  /** A film starts without sound, as the learner has told the LMS; who wants it turns it on. */
  startsMuted: boolean;
};

const onOurServer: Surroundings = {
  // The edition pins the files that are played to the one that is recorded.
  filmFile: (courseId, editionHash, file) => `/media/${courseId}/${file}?v=${editionHash.slice(0, 16)}`,
  orderFile: orderAddress,
  voices: languages,
  hasOtherPages: true,
  startsMuted: false,
};

export const SurroundingsContext = createContext(onOurServer);
export const useSurroundings = (): Surroundings => useContext(SurroundingsContext);
