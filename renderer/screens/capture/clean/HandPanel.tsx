import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperFacts } from '../../../../core/capture/paperFacts.ts';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { HandChoices } from '../sharing/HandChoices.tsx';
import { HandsDialog } from '../sharing/HandsDialog.tsx';

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
    <section className="clean-photo clean-hand" aria-label={t('handTitle', { code: paper.code })}>
      <div className="clean-tools">
        <Button small look="ghost" onPress={onClose}>
          <Icon name="left" size={18} /> {t('retypeClose')}
        </Button>
      </div>
      <h2>{t('handTitle', { code: paper.code })}</h2>
      <p>{t('sharing:personal')}</p>
      <HandChoices papers={[paper]} />
      <p className={settled ? 'hand-settled done' : 'hand-settled'} role="status">
        {t(paper.text !== null ? 'handTyped' : settled ? 'handMay' : 'handOpen')}
      </p>
      <div className="hand-ways">
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
