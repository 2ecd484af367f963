import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pupil } from '../../../core/class/pupil.ts';
import { useAnswer } from '../../api/app.tsx';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';

/** Asks before a pupil leaves: goals and kete go too, and that can't be undone. */
export function RemovePupil({ pupil, onYes, onClose }: { pupil: Pupil; onYes: () => void; onClose: () => void }): ReactNode {
  const { t } = useTranslation('people');
  const { t: common } = useTranslation();
  const { value: states } = useAnswer('goals.class', {});
  const kete = states?.find((state) => state.pupil === pupil.id)?.kete.length ?? 0;
  return (
    <Dialog title={t('removeAsk', { code: pupil.name ?? pupil.code })} open onClose={onClose}>
      <p>
        {t('removeKete', { count: kete })} {t('removeLast')}
      </p>
      <p className="quiet">{t('removePapers')}</p>
      <div className="actions">
        <Button onPress={onClose}>{common('cancel')}</Button>
        <Button look="loss" isDisabled={states === null} onPress={onYes}>
          {t('removeYes')}
        </Button>
      </div>
    </Dialog>
  );
}
