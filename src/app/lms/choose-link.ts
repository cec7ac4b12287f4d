import { succeed } from '#domain/shared/result.ts';
import { cmi5Link } from '#recording/cmi5/cmi5-link.ts';
import { readLaunchParameters } from '#recording/cmi5/launch-parameters.ts';
import { findApi } from '#recording/lms/find-api.ts';
import type { LmsLink } from '#recording/lms/lms-link.ts';
import { scorm12Link } from '#recording/scorm12/scorm12-link.ts';
import { scorm2004Link } from '#recording/scorm2004/scorm2004-link.ts';
import type { Package } from './launch-file.ts';

export type ChosenLink = { link: LmsLink; endsWithPage: boolean };

/** The LMS that has opened this page, in the standard of the package. @returns null when there is none */
export function chooseLink({ file, pack }: Package): ChosenLink | null {
  switch (file.standard) {
    case 'scorm12': {
      const api = findApi('API');
      return api && { link: scorm12Link(api, pack, file.exit), endsWithPage: true };
    }
    case 'scorm2004': {
      const api = findApi('API_1484_11');
      return api && { link: scorm2004Link(api, pack, file.exit), endsWithPage: true };
    }
    case 'cmi5': {
      const launch = new URL(location.href);
      // The session outlives a reload of the page; what is not told yet is told after it.
      return readLaunchParameters(launch) && { link: cmi5Link(launch, pack), endsWithPage: false };
    }
  }
}

/** For a look at a package that no LMS has opened: everything can be seen, and nothing is recorded anywhere. */
export const linkToNobody: LmsLink = {
  begin: async () =>
    succeed({ learnerId: 'nobody', mode: 'practice', part: 'whole', state: '', held: 'nothing', languages: [] }),
  write: async () => succeed(undefined),
  leave: async () => succeed(undefined),
};
