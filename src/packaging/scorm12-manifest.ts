import { manifestId } from './edition-names.ts';
import type { Described } from './package-files.ts';
import { hrefOf, startPage } from './package-paths.ts';
import { titleFor } from './package-words.ts';
import { writtenXml } from './written-xml.ts';

/**
 * `imsmanifest.xml` of SCORM 1.2 (Content Aggregation Model 2.3): one organization, one SCO, every file. Without
 * `adlcp:masteryscore`, since an LMS would pass or fail by the score alone (RTE 3.4.4, cmi.core.lesson_status).
 */
export function scorm12Manifest({ pack, choices, files }: Described): string {
  const title = titleFor(pack, choices.languages);
  return writtenXml({
    manifest: {
      '@identifier': manifestId(pack, choices),
      '@version': '1.2',
      '@xmlns': 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
      '@xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
      metadata: { schema: 'ADL SCORM', schemaversion: '1.2' },
      organizations: {
        '@default': 'course',
        organization: {
          '@identifier': 'course',
          title,
          item: { '@identifier': 'training', '@identifierref': 'screens', title },
        },
      },
      resources: {
        resource: {
          '@identifier': 'screens',
          '@type': 'webcontent',
          // A small t in 1.2, a capital one since 2004.
          '@adlcp:scormtype': 'sco',
          '@href': startPage,
          file: files.map((file) => ({ '@href': hrefOf(file) })),
        },
      },
    },
  });
}
