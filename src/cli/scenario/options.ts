import { parseArgs } from 'node:util';
import { type Language, languages } from '#domain/course/closed-lists.ts';

export type ScenarioOptions = {
  id: string;
  language: Language;
  course: string | undefined;
  media: string | undefined;
  svg: string | undefined;
  play: boolean;
  seed: string | undefined;
  port: number;
  build: boolean;
};

export const usage = [
  'npm run scenario ID -- [--language en|es] [--svg FILE | --play [--seed SEED] | --port PORT] [--course FOLDER [--media FOLDER]]',
  '  without a flag  shows graph, check and the real screen in a browser, and follows every change',
  '  --svg FILE      writes the graph',
  '  --play          plays it here, in the terminal',
];

/** What was asked for, or the sentence that says why it cannot be. */
export function readOptions(args: readonly string[]): ScenarioOptions | string {
  let parsed: ReturnType<typeof parsedFrom>;
  try {
    parsed = parsedFrom(args);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { values, positionals } = parsed;
  const [id, ...more] = positionals;
  const language = languages.find((each) => each === values.language);
  const port = Number(values.port);
  if (id === undefined) return 'Which scenario? Name one by its id.';
  if (more.length > 0) return `One scenario at a time; “${more.join(' ')}” is too much.`;
  if (!language) return `There is no language “${values.language}”; the course is in ${languages.join(', ')}.`;
  if (!/^\d+$/.test(values.port) || port > 65_535) return `“${values.port}” is no port.`;
  if (values.svg !== undefined && values.play) return 'Either --svg or --play.';
  const { course, media, svg, seed, play } = values;
  return { id: id.toUpperCase(), language, course, media, svg, play, seed, port, build: !values['no-build'] };
}

const parsedFrom = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      language: { type: 'string', default: 'en' },
      course: { type: 'string' },
      media: { type: 'string' },
      svg: { type: 'string' },
      play: { type: 'boolean', default: false },
      seed: { type: 'string' },
      port: { type: 'string', default: '0' },
      'no-build': { type: 'boolean', default: false },
    },
  });
