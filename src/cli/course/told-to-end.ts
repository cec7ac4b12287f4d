/** Settles at Ctrl-C, or when the process is told to end. */
export const toldToEnd = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve()).once('SIGTERM', () => resolve());
  });
