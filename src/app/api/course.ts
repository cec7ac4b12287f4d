import { courseAddress } from '#domain/course/course-address.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { succeed } from '#domain/shared/result.ts';
import { ask } from './ask.ts';
import { type Answer, useAnswer } from './use-answer.ts';

/** One edition, both languages; immutable, so that a browser that has it never asks again. */
export const useCourse = (editionHash: string): Answer<CoursePack> =>
  useAnswer(`course ${editionHash}`, async () => {
    const answer = await ask(() => fetch(courseAddress(editionHash)));
    return answer.ok ? succeed(answer.value as unknown as CoursePack) : answer;
  });
