import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useGoals } from '../../../api/useGoals.tsx';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { GoalSymbol } from '../../../components/GoalSymbol.tsx';
import { hrefTo } from '../../../route.ts';
import { Suggestions } from '../choice/Suggestions.tsx';
import { useChoosing, type Wish } from '../choice/useChoosing.tsx';
import type { Conference } from './useConference.ts';
import styles from './Confer.module.css';

interface OffersProps {
  readonly conference: Conference;
  readonly pupil: string;
  /** The teacher looks for another goal. */
  readonly choosing: boolean;
  readonly onChoosing: (choosing: boolean) => void;
  readonly onChosen: () => void;
  readonly onKete: () => void;
}

/** What fits now: the kete, a smaller step, or a goal for a child who has none. */
export function Offers({ conference, pupil, choosing, onChoosing, onChosen, onKete }: OffersProps): ReactNode {
  const { t } = useTranslation('confer');
  const { nameOf } = useGoals();
  const { goal, offer } = conference;
  const chooser = useChoosing(pupil, onChosen);
  // What was tapped belongs to the goal of before; it is saved first.
  const choose = (wish: Wish): void => void conference.save().then((saved) => saved && chooser.choose(wish));

  if (choosing || goal === null) {
    const smallerThan = choosing && offer === 'smaller' ? goal?.goal : undefined;
    return (
      <div className={styles.choose}>
        <h2>{t(smallerThan !== undefined ? 'smallerTitle' : 'question')}</h2>
        <Suggestions pupil={pupil} most={4} onChoose={choose} {...(smallerThan !== undefined && { smallerThan })} />
        <p className="actions">
          <a className="button" href={hrefTo({ place: 'goals', part: 'class', pupil })}>
            {t('allGoals')}
          </a>
          {goal !== null && (
            <Button look="ghost" onPress={() => onChoosing(false)}>
              {t('keepGoal')}
            </Button>
          )}
        </p>
        {chooser.question}
      </div>
    );
  }
  if (offer === 'kete') {
    return (
      <div className={`${styles.offer} ${styles.kete}`} role="status">
        <p>{t('ready', { name: nameOf(pupil) })}</p>
        <Button look="go" preventFocusOnPress onPress={onKete}>
          {t('intoKete')} …
        </Button>
      </div>
    );
  }
  if (offer === 'smaller') {
    return (
      <div className={styles.offer} role="status">
        <p>{t('tooBig')}</p>
        <Button preventFocusOnPress onPress={() => onChoosing(true)}>
          {t('smaller')}
        </Button>
      </div>
    );
  }
  return null;
}

/** Asked once, for it stays there for good. A key that was meant for something else falls on “cancel”. */
export function IntoKete({ pupil, goal, onYes, onClose }: { pupil: string; goal: string; onYes: () => void; onClose: () => void }): ReactNode {
  const { t } = useTranslation('confer');
  const { t: common } = useTranslation();
  const { goals, symbols, nameOf } = useGoals();
  const whole = goals.get(goal);
  return (
    <Dialog title={t('keteAsk', { name: nameOf(pupil) })} open onClose={onClose}>
      <div className={styles.keteAsked}>
        <GoalSymbol symbol={symbols.get(whole?.symbol ?? '')} size={72} />
        <p className={`child ${styles.goalSaid}`}>{whole?.pupilText}</p>
      </div>
      <p>{t('keteAsk_hint')}</p>
      <div className="actions">
        <Button onPress={onClose} autoFocus>
          {common('cancel')}
        </Button>
        <Button look="go" onPress={onYes}>
          {t('intoKete')}
        </Button>
      </div>
    </Dialog>
  );
}
