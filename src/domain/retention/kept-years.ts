/** CJISSECPOL v6.0 AT-4: training records are kept for at least so many years. */
export const keptYears = 3;

/** The latest day that a purge may be asked for; only what lies before it goes. @param today local date, YYYY-MM-DD */
export const latestBefore = (today: string): string => `${Number(today.slice(0, 4)) - keptYears}${today.slice(4)}`;
