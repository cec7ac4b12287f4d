import { manifestId } from './edition-names.ts';
import type { Described } from './package-files.ts';
import { hrefOf, startPage } from './package-paths.ts';
import { titleFor } from './package-words.ts';
import { writtenXml } from './written-xml.ts';

/**
 * `imsmanifest.xml` of SCORM 2004, 4th edition: one organization, one SCO, every file. No completion threshold and no passing
 * score, by which an LMS would overrule what we report, and no rule of sequencing. Two defaults of sequencing are set
 * right, because a course of one SCO inherits them as well:
 *
 * - `flow`: otherwise an LMS has nothing to start with and waits for a choice from a menu.
 * - `completionSetByContent`, `objectiveSetByContent`: otherwise an LMS counts a session that ended without a word from us
 *   as completed and passed (SN, End Attempt Process UP.4; SAP note 3403728 shows one that does).
 */
export function scorm2004Manifest({ pack, choices, files }: Described): string {
  const title = titleFor(pack, choices.languages);
  return writtenXml({
    manifest: {
      '@identifier': manifestId(pack, choices),
      '@version': '1',
      '@xmlns': 'http://www.imsglobal.org/xsd/imscp_v1p1',
      '@xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_v1p3',
      '@xmlns:imsss': 'http://www.imsglobal.org/xsd/imsss',
      metadata: { schema: 'ADL SCORM', schemaversion: '2004 4th Edition' },
      organizations: {
        '@default': 'course',
        organization: {
          '@identifier': 'course',
          title,
          item: {
            '@identifier': 'training',
            '@identifierref': 'screens',
            title,
            'imsss:sequencing': {
              'imsss:deliveryControls': { '@completionSetByContent': 'true', '@objectiveSetByContent': 'true' },
            },
          },
          'imsss:sequencing': { 'imsss:controlMode': { '@choice': 'true', '@flow': 'true' } },
        },
      },
      resources: {
        resource: {
          '@identifier': 'screens',
          '@type': 'webcontent',
          '@adlcp:scormType': 'sco',
          '@href': startPage,
          file: files.map((file) => ({ '@href': hrefOf(file) })),
        },
      },
    },
  });
}
