/** Far beyond any agency: what is larger is another kind of file. */
export const mostSheetBytes = 10 * 1024 * 1024;
export const mostRows = 50_000;
export const mostColumns = 200;
