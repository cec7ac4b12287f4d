/** @vitest-environment jsdom */
import { describe, expect, test } from 'vitest';
import type { PackageChoices, Standard } from '#packaging/package-choices.ts';
import { type PackageSources, packageFiles } from '#packaging/package-files.ts';
import { choices, retitled, sources } from '#test/support/a-package.ts';
import { theRealCourse } from '#test/support/a-quiz-course.ts';
import { aSchema } from '#test/support/a-schema.ts';

type Changes = { choices?: Partial<PackageChoices>; sources?: Partial<PackageSources> };
function written(standard: Standard, changes: Changes = {}) {
  const files = packageFiles(standard, sources(changes.sources), choices(changes.choices));
  const [[, bytes = new Uint8Array()] = []] = files;
  const xml = new TextDecoder().decode(bytes);
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  expect(document.querySelector('parsererror')).toBeNull();
  const [, ...others] = files.keys();
  return { xml, root: document.documentElement, files: others };
}
const every = (root: Element, name: string) => [...root.getElementsByTagNameNS('*', name)];
const one = (root: Element, name: string) => {
  const [found, ...more] = every(root, name);
  if (!found || more.length > 0) throw new Error(`There is not one ${name}.`);
  return found;
};
const attributes = (element: Element) =>
  Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));

const namespaces = {
  scorm12: { own: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2', adlcp: 'http://www.adlnet.org/xsd/adlcp_rootv1p2' },
  scorm2004: { own: 'http://www.imsglobal.org/xsd/imscp_v1p1', adlcp: 'http://www.adlnet.org/xsd/adlcp_v1p3' },
} as const;

describe.each(['scorm12', 'scorm2004'] as const)('imsmanifest.xml of %s', (standard) => {
  test('has what Content Aggregation demands of a manifest with one SCO', () => {
    const { root } = written(standard);
    expect([root.localName, root.namespaceURI]).toEqual(['manifest', namespaces[standard].own]);
    expect(root.getAttribute('identifier')).toMatch(/^[A-Za-z_][\w.-]*$/);
    expect([...root.children].map(({ localName }) => localName)).toEqual(['metadata', 'organizations', 'resources']);
    expect(one(root, 'schema').textContent).toBe('ADL SCORM');
    expect(one(root, 'schemaversion').textContent).toBe(standard === 'scorm12' ? '1.2' : '2004 4th Edition');
    const organization = one(root, 'organization');
    expect(one(root, 'organizations').getAttribute('default')).toBe(organization.getAttribute('identifier'));
    const [item, resource] = [one(root, 'item'), one(root, 'resource')];
    expect(item.getAttribute('identifierref')).toBe(resource.getAttribute('identifier'));
    expect([...organization.children, ...item.children].filter(({ localName }) => localName === 'title')).toHaveLength(
      2,
    );
    expect(resource.getAttribute('type')).toBe('webcontent');
    expect(resource.getAttribute('href')).toBe('index.html');
    const kind = standard === 'scorm12' ? 'scormtype' : 'scormType';
    expect(resource.getAttributeNS(namespaces[standard].adlcp, kind)).toBe('sco');
    const ids = [...root.querySelectorAll('[identifier]')].map((each) => each.getAttribute('identifier'));
    expect(new Set([root.getAttribute('identifier'), ...ids]).size).toBe(ids.length + 1);
  });

  test('lists every file of the package, each once', () => {
    const { root, files } = written(standard);
    expect(every(root, 'file').map((file) => file.getAttribute('href'))).toEqual(files);
    expect(files).toContain('media/captions.en.on-es.vtt');
  });

  test('leaves the verdict to the training: no mastery score, threshold or objective', () => {
    expect(written(standard).xml).not.toMatch(
      /mastery|threshold|minNormalizedMeasure|satisfiedByMeasure|prerequisites/i,
    );
  });

  test('says the title in each language that the film speaks', () => {
    const { text } = theRealCourse();
    const title = (languages: PackageChoices['languages']) =>
      every(written(standard, { choices: { languages } }).root, 'title')[0]?.textContent;
    expect(title(['en', 'es'])).toBe(`${text.en.title} · ${text.es.title}`);
    expect(title(['es', 'en'])).toBe(`${text.es.title} · ${text.en.title}`);
    expect(title(['es'])).toBe(text.es.title);
  });
});

test('SCORM 2004 starts by itself, and ending without a word is neither completed nor passed (SN, UP.4)', () => {
  const { root } = written('scorm2004');
  expect(attributes(one(root, 'controlMode'))).toEqual({ choice: 'true', flow: 'true' });
  const controls = one(root, 'deliveryControls');
  expect(attributes(controls)).toEqual({ completionSetByContent: 'true', objectiveSetByContent: 'true' });
  expect(controls.parentElement?.parentElement?.localName).toBe('item');
});

describe('cmi5.xml', () => {
  test('has the film and the rest as units of their own, each with its rule (13.1.4)', () => {
    const { root } = written('cmi5');
    expect([root.localName, root.namespaceURI]).toEqual([
      'courseStructure',
      'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd',
    ]);
    const units = every(root, 'au').map((unit) => ({
      moveOn: unit.getAttribute('moveOn'),
      masteryScore: unit.getAttribute('masteryScore'),
      window: unit.getAttribute('launchMethod'),
      url: one(unit, 'url').textContent,
      parameters: JSON.parse(one(unit, 'launchParameters').textContent ?? ''),
    }));
    expect(units).toEqual([
      { moveOn: 'Completed', masteryScore: null, window: 'OwnWindow', url: 'index.html', parameters: { part: 'film' } },
      {
        moveOn: 'CompletedAndPassed',
        masteryScore: expect.stringMatching(/^(0\.\d{1,4}|1)$/),
        window: 'OwnWindow',
        url: 'index.html',
        parameters: { part: 'policy-and-quiz' },
      },
    ]);
  });

  test('says every title and description in both languages, that of the film first', () => {
    const tags = (languages: PackageChoices['languages']) => {
      const { root } = written('cmi5', { choices: { languages } });
      const said = [...every(root, 'title'), ...every(root, 'description')];
      expect(said).toHaveLength(6);
      for (const each of said) expect([...each.children].every(({ textContent }) => textContent !== '')).toBe(true);
      return new Set(said.map((each) => [...each.children].map((string) => string.getAttribute('lang')).join(' ')));
    };
    expect(tags(['en', 'es'])).toEqual(new Set(['en-US es-US']));
    expect(tags(['es'])).toEqual(new Set(['es-US en-US']));
  });

  test('names course and units by IRIs that are others for another edition and another choice of films', () => {
    const ids = (changes: Changes) =>
      [...written('cmi5', changes).root.querySelectorAll('[id]')].map((each) => each.getAttribute('id') ?? '');
    const pack = theRealCourse();
    const all = [
      ids({}),
      ids({ choices: { languages: ['es'] } }),
      ids({ sources: { pack: { ...pack, editionHash: 'f'.repeat(64) } } }),
    ].flat();
    expect(new Set(all).size).toBe(9);
    // Absolute, with a scheme, and nothing that an IRI cannot hold (RFC 3987).
    for (const id of all) expect(id).toMatch(/^[a-z]+:[\w:.-]+$/);
    expect(ids({})).toEqual(ids({ choices: { quality: 1080, exit: 'always-suspend' } }));
  });
});

describe.each(['scorm12', 'scorm2004', 'cmi5'] as const)('whatever somebody writes, in %s', (standard) => {
  test('is text: no tag, no entity, no broken file', () => {
    const title = '<b>"A & B"</b> ]]> \'C\' &amp; \u0000\u0008\ud800 ñ 訓';
    const { root } = written(standard, {
      sources: { pack: retitled(theRealCourse(), title) },
      choices: { languages: ['en'] },
    });
    const said = every(root, standard === 'cmi5' ? 'langstring' : 'title')[0];
    expect(said?.textContent).toBe('<b>"A & B"</b> ]]> \'C\' &amp;     ñ 訓');
  });

  test('in the name of a file is an address', () => {
    const screens = new Map([['my page/ü & <1>.html', new Uint8Array()]]);
    const { root, files } = written(standard, { sources: { screens } });
    expect(files).toContain('my page/ü & <1>.html');
    if (standard === 'cmi5') return;
    expect(every(root, 'file').map((file) => file.getAttribute('href'))).toContain(
      'my%20page/%C3%BC%20%26%20%3C1%3E.html',
    );
  });
});

/** SCORM 1.2 is not among them: what its standard demands is asserted above. */
const schemas = [
  ['scorm2004', 'scorm2004/all.xsd'],
  ['cmi5', 'cmi5/CourseStructure.xsd'],
] as const;

describe.each(schemas)('%s by its schema', (standard, file) => {
  const faults = aSchema(file);

  test('is valid, with one film and with both', async () => {
    if (!faults) return console.log(`${standard}: checked by assertions alone, since LMS_SCHEMA_DIR names no ${file}.`);
    console.log(`${standard}: checked by the schema ${file}.`);
    for (const changes of [
      {},
      { choices: { languages: ['es'] } as const },
      { choices: { media: 'https://a.example/' } },
    ]) {
      expect(await faults(written(standard, changes).xml)).toEqual([]);
    }
  });

  test('is refused when something is wrong, so the schema does look', async () => {
    if (!faults) return;
    const { xml } = written(standard);
    expect(await faults(xml.replace(/ identifier="course"| id="[^"]*"/, ''))).not.toEqual([]);
    expect(await faults(xml.replace(/"OwnWindow"|scormType="sco"/, '"nothing"'))).not.toEqual([]);
    expect(await faults(xml.replace(/completionSetByContent|moveOn/, 'anything'))).not.toEqual([]);
  });
});
