import type { CoursePack } from '#domain/course/pack.ts';
import type { PackageChoices, Standard } from './package-choices.ts';

/** What people call an edition and what its hash begins with: another sentence is another name. */
export const editionName = ({ course, editionHash }: CoursePack): string =>
  `${course.edition.replaceAll(/[^A-Za-z0-9._]+/g, '-')}-${editionHash.slice(0, 8)}`;

export const packageFile = (pack: CoursePack, standard: Standard, { languages }: PackageChoices): string =>
  `${[pack.course.id, editionName(pack), ...onlyLanguage(languages), standard].join('-')}.zip`;

/**
 * An XML ID, so that no two editions replace each other in an LMS. SAP SuccessFactors keeps no more than its first 15
 * characters (SAP note 2316909): the beginning of the hash is within them.
 */
export const manifestId = (pack: CoursePack, { languages }: PackageChoices): string =>
  ['muster', pack.editionHash.slice(0, 8), pack.course.id, ...onlyLanguage(languages)].join('-');

/** An IRI (cmi5 13.1.1 and 13.1.4). Another edition is another activity, since what is taught has changed (xAPI Data 2.4.6). */
export const activityId = (pack: CoursePack, { languages }: PackageChoices, ...unit: string[]): string =>
  ['urn:muster', pack.course.id, pack.editionHash.slice(0, 16), ...onlyLanguage(languages), ...unit].join(':');

/** A package with one film of two is a package of its own beside that with both. */
const onlyLanguage = (languages: PackageChoices['languages']) => (languages.length === 1 ? languages : []);
