/** Where the page puts the edition that its card shows, and the worker finds it. */
export const courseShelf = 'muster-course';
