import type { Surroundings } from '../ui/surroundings.ts';
import type { LaunchFile } from './launch-file.ts';

/**
 * In a package everything lies beside the page, but a film that lies on a site of the agency's own: then the course names it by
 * its whole address, and captions stay here, since browsers read them from nowhere else. There are no other pages.
 */
export function surroundingsIn({ media, languages }: LaunchFile): Surroundings {
  const folder = new URL(media.endsWith('/') ? media : `${media}/`, document.baseURI);
  return {
    filmFile: (_courseId, _editionHash, file) => new URL(file, folder).href,
    orderFile: null,
    voices: languages,
    hasOtherPages: false,
    startsMuted: false,
  };
}
