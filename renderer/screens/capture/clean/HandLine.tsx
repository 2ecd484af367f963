import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperFacts } from '../../../../core/capture/paperFacts.ts';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import styles from './Clean.module.css';

/** Whose hand the paper shows, in a line. */
export function HandLine({ paper, open, onOpen }: { paper: PaperFacts; open: boolean; onOpen: () => void }): ReactNode {
  const { t } = useTranslation('clean');
  const { text, origin, consent } = paper;
  const state =
    text !== null ? 'typed' : origin === 'elsewhere' ? 'elsewhere' : consent !== 'not-asked' ? consent : origin === 'this-class' ? 'ask' : 'not-asked';
  return (
    <p className={styles.handLine}>
      <Icon name="pen" size={18} />
      <span>{t(`handIs.${state}`)}</span>
      {!open && (
        <Button small look="ghost" onPress={onOpen}>
          {t('whoseHand')}
        </Button>
      )}
    </p>
  );
}
