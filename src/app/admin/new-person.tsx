import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Dialog } from '../ui/dialog.tsx';
import { PersonForm } from './person-form.tsx';

/** One more, by hand: whoever came after the list was made. */
export function NewPerson({ onAdded }: { onAdded: () => void }) {
  const { t } = useTranslation('admin');
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <p>
        <button type="button" className="button quiet" onClick={() => setOpen(true)}>
          {t('people.add')}
        </button>
      </p>
      {isOpen && (
        <Dialog title={t('people.add')} onLeft={() => setOpen(false)}>
          <PersonForm
            known={null}
            onKept={(officerId) => {
              setOpen(false);
              onAdded();
              void navigate(`/admin/people/${officerId}`);
            }}
          />
        </Dialog>
      )}
    </>
  );
}
