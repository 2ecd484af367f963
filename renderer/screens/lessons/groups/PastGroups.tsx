import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInWords } from '../../../../core/words/dayInWords.ts';
import { useAnswer } from '../../../api/app.tsx';
import { daysFrom } from '../../../../core/kernel/days.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import { GoalSymbol } from '../../../components/GoalSymbol.tsx';
import styles from './Groups.module.css';

const WEEKS = 6;

/** What was taught in the weeks before, day by day. */
export function PastGroups({ before }: { before: string }): ReactNode {
  const { t } = useTranslation('groups');
  const { goals, symbols, nameOf } = useGoals();
  const { value } = useAnswer('groups.list', { from: daysFrom(before, -7 * WEEKS), until: daysFrom(before, -1) }, ['lessons.changed']);
  const taught = (value ?? []).filter(({ taughtOn }) => taughtOn !== null);
  const days = [...Map.groupBy(taught, ({ date }) => date)].toReversed();
  if (days.length === 0) return null;
  return (
    <section className={styles.pastGroups} aria-label={t('past')}>
      <h2>{t('past')}</h2>
      <ol>
        {days.map(([day, groups]) => (
          <li key={day}>
            <h3>{dayInWords(day)}</h3>
            <ul>
              {groups.map(({ id, goal, kind, members, outcome }) => (
                <li key={id} className="card">
                  <GoalSymbol symbol={symbols.get(goals.get(goal ?? '')?.symbol ?? '')} size={36} />
                  <div>
                    <b className="child">{goals.get(goal ?? '')?.pupilText ?? t(`kinds.${kind}`)}</b>
                    <p className="quiet">
                      {members
                        .filter(({ came }) => came)
                        .map(({ pupil }) => nameOf(pupil))
                        .join(', ')}
                    </p>
                    {outcome !== '' && <p>{outcome}</p>}
                  </div>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}
