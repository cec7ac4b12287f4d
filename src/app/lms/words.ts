import enErrors from '../../../locales/en/errors-lms.json';
import en from '../../../locales/en/lms.json';
import enOfficer from '../../../locales/en/officer-lms.json';
import esErrors from '../../../locales/es/errors-lms.json';
import es from '../../../locales/es/lms.json';
import esOfficer from '../../../locales/es/officer-lms.json';
import { addWords, rewordIn } from '../i18n/i18n.ts';

/** Officers' screens do not know where they run; their words do, since "the server" is somebody else's here. */
addWords('lms', { en, es });
rewordIn('officer', { en: enOfficer, es: esOfficer });
rewordIn('errors', { en: enErrors, es: esErrors });
