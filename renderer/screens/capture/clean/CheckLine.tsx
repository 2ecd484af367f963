import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperFacts } from '../../../../core/capture/paperFacts.ts';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import styles from './Clean.module.css';

/** Whether this page may go on a wall, and why not. */
export function CheckLine({
  paper,
  checked,
  retyping,
  locked,
  onTakeBack,
  onRetype,
}: {
  paper: PaperFacts;
  checked: boolean;
  retyping: boolean;
  /** The original is gone: what was said of the picture stands for good. */
  locked: boolean;
  onTakeBack: () => void;
  onRetype: () => void;
}): ReactNode {
  const { t } = useTranslation('clean');
  const typed = paper.text !== null;
  return (
    <div className={checked ? `${styles.cleanCheck} ${styles.checked}` : styles.cleanCheck}>
      <Icon name={checked ? 'check' : 'lock'} size={20} />
      <p role="status">{t(typed ? (checked ? 'textIsChecked' : 'textNotChecked') : checked ? 'isChecked' : 'notChecked')}</p>
      {checked && !(locked && !typed) ? (
        <Button small onPress={onTakeBack}>
          {t('takeBack')}
        </Button>
      ) : (
        !retyping && (
          <Button small onPress={onRetype}>
            <Icon name="text" size={18} /> {t(typed ? 'retypeOpen' : 'retype')}
          </Button>
        )
      )}
    </div>
  );
}
