/** Where things lie in every package; the screens find them by `muster-package.json`. */
export const startPage = 'index.html';
export const courseFile = 'course.json';
export const launchFile = 'muster-package.json';
export const mediaFolder = 'media/';

/** A path as an address: spaces and the like escaped, slashes not. */
export const hrefOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** What the 400 kB of a package are counted without: the film with its captions and posters, and fonts. */
export const isFilmOrFont = (path: string): boolean => path.startsWith(mediaFolder) || path.endsWith('.woff2');

/** Packed already: a second time would cost minutes and gain nothing. */
export const isPacked = (path: string): boolean => /\.(mp4|woff2|png|jpe?g)$/.test(path);
