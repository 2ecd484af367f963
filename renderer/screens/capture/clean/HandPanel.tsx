import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperFacts } from '../../../../core/capture/paperFacts.ts';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { HandChoices } from '../sharing/HandChoices.tsx';
import { HandsDialog } from '../sharing/HandsDialog.tsx';
import styles from './Clean.module.css';

interface PanelProps {
  readonly wall: string;
  readonly paper: PaperFacts;
  /** All papers, for which the same can be said at once. */
  readonly papers: readonly PaperFacts[];
  readonly onRetype: (hand: PaperFacts['hand']) => void;
  readonly onClose: () => void;
}

/** Whose handwriting the paper shows, who agreed, and the ways to show the words without the hand. */
export function HandPanel({ wall, paper, papers, onRetype, onClose }: PanelProps): ReactNode {
  const { t } = useTranslation(['clean', 'sharing']);
  const [many, setMany] = useState(false);
  const settled = paper.text !== null || paper.origin === 'elsewhere' || paper.consent === 'yes';
  return (
    <section className={`${styles.photo} ${styles.hand}`} aria-label={t('handTitle', { code: paper.code })}>
      <div className={styles.tools}>
        <Button small look="ghost" onPress={onClose}>
          <Icon name="left" size={18} /> {t('retypeClose')}
        </Button>
      </div>
      <h2>{t('handTitle', { code: paper.code })}</h2>
      <p>{t('sharing:personal')}</p>
      <HandChoices papers={[paper]} />
      <p className={settled ? `${styles.handSettled} ${styles.done}` : styles.handSettled} role="status">
        {t(paper.text !== null ? 'handTyped' : settled ? 'handMay' : 'handOpen')}
      </p>
      <div className={styles.handWays}>
        <Button small onPress={() => onRetype('plain')}>
          <Icon name="text" size={18} /> {t('retype')}
        </Button>
        <Button small onPress={() => onRetype('stand-in')}>
          <Icon name="pen" size={18} /> {t('retypeStandIn')}
        </Button>
        {papers.length > 1 && (
          <Button small look="ghost" onPress={() => setMany(true)}>
            <Icon name="people" size={18} /> {t('handMany')}
          </Button>
        )}
      </div>
      {many && <HandsDialog wall={wall} papers={papers} onClose={() => setMany(false)} />}
    </section>
  );
}
