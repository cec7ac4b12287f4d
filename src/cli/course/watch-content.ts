import { type CourseLook, problemLines } from './look.ts';
import { toldToEnd } from './told-to-end.ts';
import { watchFolders } from './watch-folders.ts';

type Watched = { folders: readonly string[]; look: () => CourseLook; print: (line: string) => void };

/** Says at every change what is wrong, until Ctrl-C. A file that is half written or away for a moment is only a change. */
export async function watchContent({ folders, look, print }: Watched): Promise<void> {
  const tell = () => {
    const [first = '', ...more] = linesNow(look);
    print([`${new Date().toLocaleTimeString('en-GB')}  ${first}`, ...more].join('\n'));
  };
  const watching = watchFolders(folders, tell);
  const end = toldToEnd();
  tell();
  print('Watching. Ctrl-C ends it.');
  await end;
  watching.close();
}

/** A file may vanish between being listed and being read; the next change tells how it ended. */
function linesNow(look: () => CourseLook): string[] {
  try {
    const { problems, toLookAt } = look();
    return problemLines(problems, toLookAt);
  } catch (error) {
    return [`The course could not be read just now: ${error instanceof Error ? error.message : error}`];
  }
}
