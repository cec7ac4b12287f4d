import { expect, test } from 'vitest';
import { table } from '#rendering/check.ts';
import { longestSpoken, stretchesIn } from '#rendering/check-pictures.ts';
import { progress } from '#rendering/progress.ts';

const report = `
[freezedetect @ 0x1] lavfi.freezedetect.freeze_start: 4.5
[freezedetect @ 0x1] lavfi.freezedetect.freeze_duration: 6
[freezedetect @ 0x1] lavfi.freezedetect.freeze_end: 10.5
[blackdetect @ 0x2] black_start:12 black_end:13.5 black_duration:1.5
[freezedetect @ 0x1] lavfi.freezedetect.freeze_start: 17.9`;

test('reads still and black stretches; one that is still open ends with the film', () => {
  expect(stretchesIn(report, 'freeze', 20)).toEqual([
    { fromSeconds: 4.5, toSeconds: 10.5 },
    { fromSeconds: 17.9, toSeconds: 20 },
  ]);
  expect(stretchesIn(report, 'black', 20)).toEqual([{ fromSeconds: 12, toSeconds: 13.5 }]);
});

test('a still picture counts only while somebody speaks', () => {
  const still = [{ fromSeconds: 4, toSeconds: 12 }];
  const spoken = [
    { fromSeconds: 0, toSeconds: 5 },
    { fromSeconds: 9, toSeconds: 20 },
  ];
  expect(longestSpoken(still, spoken)).toEqual({ at: 9, seconds: 3 });
  expect(longestSpoken(still, [])).toEqual({ at: 0, seconds: 0 });
});

test('the table names what is out of line with a word', () => {
  const found = { where: 'video.en.mp4', what: 'MB', measured: '23.1', allowed: '≤ 20' };
  const [heads, wrong, fine] = table([
    { ...found, isFine: false },
    { ...found, isFine: true },
  ]).split('\n');
  expect(heads).toMatch(/where +what +measured +allowed/);
  expect(wrong).toMatch(/^WRONG +video\.en\.mp4 +MB +23\.1 +≤ 20$/);
  expect(fine).toMatch(/^ok /);
});

test('whoever renders is told every ten seconds how long it will still take', () => {
  let clock = 0;
  const said: string[] = [];
  const told = progress(
    300,
    (line) => said.push(line),
    () => clock,
  );
  for (let frame = 0; frame < 100; frame += 1) {
    clock += 101;
    told.step(frame % 2 === 0);
  }
  expect(said).toEqual(['100 of 300 frames, 9.9 a second, 20 s left']);
  expect(told.end()).toBe('100 frames (50 drawn) in 10 s, 9.9 a second');
});
