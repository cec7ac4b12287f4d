import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useReviews } from './use-reviews.ts';

/** The way to the list, with how many officers and roll calls stand on it; until that is known, nothing. */
export function ReviewLink() {
  const { t } = useTranslation('commander');
  const { value } = useReviews();
  if (!value) return null;
  const count = new Set(value.reviews.map((line) => line.officerId)).size;
  const screenings = value.screenings.length;
  return <Link to="/commander/review">{t('review.link', { count, screenings })}</Link>;
}
