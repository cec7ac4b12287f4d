import { IntlMessageFormat } from 'intl-messageformat';
import type { ReadMessage } from '#domain/course/message.ts';
import { fail, succeed } from '#domain/shared/result.ts';

/** Reads one ICU message with the parser that the screens use. */
export const readMessage: ReadMessage = (message, language) => {
  try {
    const format = new IntlMessageFormat(message, language);
    return succeed({
      arguments: [...new Set(argumentsOf(format.getAst()))],
      say: (values: Record<string, string>) => String(format.format(values)),
    });
  } catch (error) {
    return fail({ code: 'message.invalid', reason: error instanceof Error ? error.message : String(error) });
  }
};

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

function argumentsOf(elements: readonly Element[]): string[] {
  return elements.flatMap((element) => {
    // Literals and the # of a plural take nothing.
    const own = 'value' in element && element.type !== 0 ? [element.value] : [];
    const within =
      'options' in element ? Object.values(element.options).flatMap((option) => argumentsOf(option.value)) : [];
    return [...own, ...within];
  });
}
