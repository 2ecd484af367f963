import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStay } from '../../../api/useStay.ts';
import { Button } from '../../../components/Button.tsx';
import { Check } from '../../../components/Fields.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { useClassNames } from './useClassNames.ts';
import styles from './Names.module.css';

/** Starts looking for names on all pages; whether the class list helps is the teacher's choice. */
export function FindNames({
  again,
  left,
  onFind,
  children,
}: {
  again: boolean;
  /** So many pages were not looked through yet. */
  left: number;
  onFind: (useClassList: boolean) => void;
  children?: ReactNode;
}): ReactNode {
  const { t } = useTranslation('clean');
  const { known: named } = useClassNames();
  const [{ useList }, change] = useStay('names class list', () => ({ useList: true }));
  return (
    <section className={again ? styles.find : `${styles.find} ${styles.first} card`} aria-label={t('find')}>
      {!again && (
        <>
          <h2>{t('findTitle')}</h2>
          <p>{t('findHow')}</p>
        </>
      )}
      {named ? (
        <div className={styles.list}>
          <Check label={t('useList')} checked={useList} onChange={(yes) => change({ useList: yes })} />
          <span className="quiet">{t('useListWhy')}</span>
        </div>
      ) : (
        !again && <p className="quiet">{t('noList')}</p>
      )}
      <Button {...(!again && { look: 'go' as const })} small={again} onPress={() => onFind(named && useList)}>
        <Icon name="eye" size={18} /> {!again ? t('find') : left > 0 ? t('findRest', { count: left }) : t('findAgain')}
      </Button>
      {children}
    </section>
  );
}
