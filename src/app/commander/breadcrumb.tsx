import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

type BreadcrumbProps = { path: { to: string; name: string }[]; here: string };

export function Breadcrumb({ path, here }: BreadcrumbProps) {
  const { t } = useTranslation('commander');
  if (path.length === 0) return null;
  return (
    <nav aria-label={t('path.label')} className="breadcrumb">
      <ol>
        {path.map(({ to, name }) => (
          <li key={to}>
            <Link to={to}>{name}</Link>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}
