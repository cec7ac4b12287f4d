import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The one place where a bug, or a chunk that could not be loaded, becomes a page with a way on. */
export class Boundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? <Failed /> : this.props.children;
  }
}

function Failed() {
  const { t } = useTranslation('common');
  return (
    <div role="alert">
      <h1>{t('failed.title')}</h1>
      <p>{t('failed.words')}</p>
      <button type="button" className="button" onClick={() => location.reload()}>
        {t('failed.reload')}
      </button>
    </div>
  );
}
