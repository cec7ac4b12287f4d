import { useTranslation } from 'react-i18next';
import type { Course } from '#domain/course/course.ts';

/** Stands until the agency's counsel has reviewed the course (domain 7). */
export function SampleMark({ course }: { course: Pick<Course, 'counselReview'> }) {
  const { t } = useTranslation('officer');
  return course.counselReview === 'no' ? <p className="sample-mark">{t('training.sample')}</p> : null;
}
