import XMLBuilder from 'fast-xml-builder';

/** Keys in the order in which they are written; those with an @ are attributes, and a list is an element again and again. */
export type XmlElement = { [name: string]: string | XmlElement | XmlElement[] | undefined };

/** @param root one key: the element that holds the others */
export function writtenXml(root: XmlElement): string {
  const builder = new XMLBuilder({
    attributeNamePrefix: '@',
    ignoreAttributes: false,
    format: true,
    suppressEmptyNode: true,
    suppressBooleanAttributes: false,
    tagValueProcessor: (_name, value) => permitted(String(value)),
    attributeValueProcessor: (_name, value) => permitted(String(value)),
  });
  return `${builder.build({ '?xml': { '@version': '1.0', '@encoding': 'UTF-8' }, ...root })}`;
}

/** Characters that XML cannot hold even escaped (XML 1.0, 2.2) are no text that anybody wrote on purpose. */
const permitted = (text: string) =>
  text.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, ' ');
