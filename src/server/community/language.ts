import { parseAccept } from 'hono/utils/accept';
import { type Language, languages } from '#domain/course/closed-lists.ts';

/**
 * The language of the page that suits an `Accept-Language` header best; English where it asks for neither.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.accept-language
 */
export function preferredLanguage(header: string | undefined): Language {
  for (const { type, q } of parseAccept(header ?? '')) {
    const [wanted] = type.toLowerCase().split('-');
    const found = languages.find((language) => language === wanted);
    if (found && q > 0) return found;
  }
  return 'en';
}

export const isLanguage = (given: string | undefined): given is Language => languages.some((each) => each === given);
