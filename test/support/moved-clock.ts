/** The server's clock in a test: real time, plus what the story has let pass. */
export function movedClock() {
  let movedMilliseconds = 0;
  return {
    now: () => Date.now() + movedMilliseconds,
    pass: (seconds: number) => {
      movedMilliseconds += seconds * 1000;
    },
  };
}

export type MovedClock = ReturnType<typeof movedClock>;
