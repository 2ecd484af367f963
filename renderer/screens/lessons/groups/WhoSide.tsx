import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../core/contract/contract.ts';
import { dayInWords } from '../../../../core/words/dayInWords.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import { Button } from '../../../components/Button.tsx';
import { NAME_DRAG, NameCard } from './NameCard.tsx';
import type { DayPlan } from './useDayPlan.ts';
import { useDropTarget } from '../../../api/useDropTarget.ts';
import styles from './Groups.module.css';

interface WhoSideProps {
  readonly plan: DayPlan;
  /** Here today, at no table, not left out. */
  readonly free: readonly string[];
  readonly leftOut: Output<'groups.leftOut'>;
  readonly absent: readonly string[];
  readonly picked: string | null;
  readonly onPick: (pupil: string | null) => void;
  readonly onPutBack: (pupil: string) => void;
  readonly onAbsent: (pupil: string) => void;
}

/** Beside the board: who has no table, who had a group last time, who is away. */
export function WhoSide({ plan, free, leftOut, absent, picked, onPick, onPutBack, onAbsent }: WhoSideProps): ReactNode {
  const { t } = useTranslation('groups');
  const { nameOf } = useGoals();
  const { over, handlers } = useDropTarget(NAME_DRAG, (pupil) => plan.seat(pupil, null));
  const atTable = picked !== null && plan.groups?.some(({ members }) => members.some(({ pupil }) => pupil === picked)) === true;
  return (
    <aside className={styles.whoSide}>
      <section className={over ? `card ${styles.over}` : 'card'} aria-label={t('free')} {...handlers}>
        <h2>{t('free')}</h2>
        {free.length === 0 && <p className="quiet">{t('free_none')}</p>}
        <ul className={styles.freeCards}>
          {free.map((pupil) => (
            <li key={pupil}>
              <NameCard
                pupil={pupil}
                picked={picked === pupil}
                onPick={() => onPick(picked === pupil ? null : pupil)}
                onMove={(step) => plan.move(pupil, step)}
              />
            </li>
          ))}
        </ul>
        {atTable && (
          <Button
            small
            onPress={() => {
              plan.seat(picked, null);
              onPick(null);
            }}
          >
            {t('takeOut', { name: nameOf(picked) })}
          </Button>
        )}
        {picked !== null && !atTable && (
          <Button
            small
            onPress={() => {
              onAbsent(picked);
              onPick(null);
            }}
          >
            {t('away', { name: nameOf(picked) })}
          </Button>
        )}
      </section>
      {leftOut.length > 0 && (
        <section className={`card ${styles.leftOut}`} aria-label={t('leftOut')}>
          <h2>{t('leftOut')}</h2>
          <p className="quiet">{t('leftOut_why', { day: dayInWords(leftOut[0]?.on ?? plan.date) })}</p>
          <ul className={styles.chips}>
            {leftOut.map(({ pupil }) => (
              <li key={pupil}>
                <Button small label={t('putBack', { name: nameOf(pupil) })} onPress={() => onPutBack(pupil)}>
                  {nameOf(pupil)}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {absent.length > 0 && (
        <section className="card" aria-label={t('absent')}>
          <h2>{t('absent')}</h2>
          <ul className={styles.chips}>
            {absent.map((pupil) => (
              <li key={pupil}>
                <Button small label={t('hereAfterAll', { name: nameOf(pupil) })} onPress={() => onAbsent(pupil)}>
                  {nameOf(pupil)}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}
