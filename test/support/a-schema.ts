import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';

/**
 * The schemas of a standard, for a package's manifest. They may not be handed on with Muster, so whoever has them names
 * their folder in LMS_SCHEMA_DIR.
 *
 * @param file the schema to begin with, within that folder; its neighbours are at hand for what it imports
 * @returns undefined where the schemas are not there
 */
export function aSchema(file: string): ((xml: string) => Promise<string[]>) | undefined {
  const folder = process.env.LMS_SCHEMA_DIR;
  if (!folder || !existsSync(join(folder, file))) return undefined;
  const [parent, name] = [join(folder, file, '..'), file.split('/').at(-1) ?? file];
  const contents = (fileName: string) => ({ fileName, contents: readFileSync(join(parent, fileName), 'utf8') });
  const neighbours = readdirSync(parent).filter((each) => /\.(xsd|dtd)$/.test(each) && each !== name);
  return async (xml) => {
    const asked = {
      xml: { fileName: 'manifest.xml', contents: xml },
      schema: contents(name),
      preload: neighbours.map(contents),
    };
    const { valid, errors, rawOutput } = await validateXML(asked);
    return valid ? [] : [...errors.map(({ rawMessage }) => rawMessage), ...(errors.length === 0 ? [rawOutput] : [])];
  };
}
