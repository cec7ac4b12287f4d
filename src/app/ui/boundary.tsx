import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSurroundings } from './surroundings.ts';

type Failure = 'bug' | 'away';

/** The one place where a bug, or a chunk that could not be loaded, becomes a page with a way on. */
export class Boundary extends Component<{ children: ReactNode }, { failure: Failure | null }> {
  override state = { failure: null };

  static getDerivedStateFromError(error: unknown) {
    return { failure: isUnloaded(error) ? 'away' : 'bug' };
  }

  override render() {
    const { failure } = this.state;
    return failure ? <Failed as={failure} /> : this.props.children;
  }
}

/** Every browser words it in its own way: Chrome and Edge, Firefox, Safari. */
const isUnloaded = (error: unknown): boolean =>
  error instanceof TypeError && /dynamically imported module|importing a module script/i.test(error.message);

function Failed({ as }: { as: Failure }) {
  const { t } = useTranslation('common');
  const { hasOtherPages } = useSurroundings();
  return (
    <div role="alert">
      <h1>{t(`failed.${as}.title`)}</h1>
      <p>{t(`failed.${as}.words`)}</p>
      <p className="ways">
        <button type="button" className="button" onClick={() => location.reload()}>
          {t('failed.reload')}
        </button>
        {as === 'away' && hasOtherPages && (
          <a className="button quiet" href="/">
            {t('failed.toTraining')}
          </a>
        )}
      </p>
    </div>
  );
}
