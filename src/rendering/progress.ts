/** Says every few seconds how far the drawing is and how long it will still take. */
export function progress(frames: number, say: (sentence: string) => void, now = Date.now) {
  const began = now();
  let [done, drawn, said] = [0, 0, began];
  const seconds = () => (now() - began) / 1000;
  return {
    step(wasDrawn: boolean): void {
      done += 1;
      drawn += wasDrawn ? 1 : 0;
      if (now() - said < 10_000) return;
      said = now();
      const left = (seconds() / done) * (frames - done);
      say(`${done} of ${frames} frames, ${(done / seconds()).toFixed(1)} a second, ${inWords(left)} left`);
    },
    end: () => `${done} frames (${drawn} drawn) in ${inWords(seconds())}, ${(done / seconds()).toFixed(1)} a second`,
  };
}

const inWords = (seconds: number) =>
  seconds < 90 ? `${Math.round(seconds)} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
