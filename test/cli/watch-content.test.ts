import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aCommand, aCourseToSpoil } from '#test/support/a-command.ts';

describe('an author with check:content --watch beside the editor', () => {
  test('reads at every save what is wrong, with time, file and place, and that it is mended', async () => {
    const folder = aCourseToSpoil();
    const file = join(folder, 'scenarios/S1.json');
    const sound = readFileSync(file, 'utf8');
    const watching = aCommand('check-content.ts', '--watch', folder);
    await watching.says(/\d\d:\d\d:\d\d {2}Every rule is kept\.\nWatching/);

    writeFileSync(file, sound.replace('"why-word"', '"why-not"'));
    const told = await watching.says(/\d\d:\d\d:\d\d {2}1 to put right[^[]*\[[^\]]*\]/);
    expect(told).toMatch(/scenarios\/S1\.json · decisions\.hit\.options\.arrest\n.*why-not.*\[reference\.cue\]/);

    writeFileSync(file, sound);
    await watching.says(/\d\d:\d\d:\d\d {2}Every rule is kept\./);
  });

  test('goes on through half-written JSON, saves by renaming, and files that go and come', async () => {
    const folder = aCourseToSpoil();
    const file = join(folder, 'text/es/S4.json');
    const sound = readFileSync(file, 'utf8');
    const save = (text: string) => {
      writeFileSync(`${file}~`, text);
      renameSync(`${file}~`, file);
    };
    const watching = aCommand('check-content.ts', '--watch', folder);
    await watching.says(/Watching/);

    for (const length of [200, 300]) {
      save(sound.slice(0, length));
      await watching.says(/text\/es\/S4\.json · line \d+\n.*\[pack\.bad-json\]/);
      save(sound);
      await watching.says(/Every rule is kept\./);
    }

    renameSync(join(folder, 'policy'), join(folder, 'policy-away'));
    await watching.says(/policy\/en\.md\n.*\[pack\.missing-file\]/);
    renameSync(join(folder, 'policy-away'), join(folder, 'policy'));
    await watching.says(/Every rule is kept\./);

    mkdirSync(join(folder, 'scenarios/later'));
    await watching.says(/Every rule is kept\./);
    writeFileSync(join(folder, 'scenarios/later/S9.json'), '{}');
    await watching.says(/scenarios\/later\/S9\.json\n.*\[reference\.scenario\]/);
  });

  test('is told how it is used when a flag is unknown', async () => {
    const { code, err } = await aCommand('check-content.ts', '--wach').ended;
    expect(code).toBe(1);
    expect(err).toMatch(/'--wach'.*\nnpm run check:content/s);
    expect(err).not.toContain('    at ');
  });

  test('ends it with Ctrl-C, and the shell hears of no failure', async () => {
    const watching = aCommand('check-content.ts', '--watch', aCourseToSpoil());
    await watching.says(/Watching/);
    watching.child.kill('SIGINT');
    expect(await watching.ended).toMatchObject({ code: 0, err: '' });
  });
});
