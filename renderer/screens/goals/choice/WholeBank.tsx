import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { setsInUse } from '../../../../core/goals/bank.ts';
import { FIRST_YEAR, LAST_YEAR } from '../../../../core/goals/goal.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import { Pick, Text } from '../../../components/Fields.tsx';
import { findGoals } from './findGoals.ts';
import { GoalOption } from './GoalOption.tsx';
import type { Wish } from './useChoosing.tsx';
import styles from './Choice.module.css';

const MOST_SHOWN = 30;
const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);

/** Every goal of the bank, to be found by words, skill set and year. The year only filters: it stands on no goal. */
export function WholeBank({ pupil, onChoose }: { pupil: string; onChoose: (wish: Wish) => void }): ReactNode {
  const { t } = useTranslation('goalClass');
  const { bank, states } = useGoals();
  const [words, setWords] = useState('');
  const [skillSet, setSkillSet] = useState('');
  const [year, setYear] = useState('');
  const found = findGoals(bank, { words, skillSet, year: year === '' ? null : Number(year) });
  const state = states.get(pupil);
  const inKete = new Set(state?.kete.map(({ goal }) => goal));
  const now = new Set(state?.active.map(({ goal }) => goal));
  return (
    <div className={styles.wholeBank}>
      <div className={styles.wholeBankSearch}>
        <Text label={t('find')} placeholder={t('find_hint')} value={words} onChange={setWords} />
        <Pick
          label={t('skillSet')}
          value={skillSet}
          options={[{ value: '', label: t('allSets') }, ...setsInUse(bank).map(({ code, name }) => ({ value: code, label: name }))]}
          onChange={setSkillSet}
        />
        <Pick
          label={t('year')}
          value={year}
          options={[{ value: '', label: t('allYears') }, ...years.map((one) => ({ value: String(one), label: t('yearOf', { year: one }) }))]}
          onChange={setYear}
        />
      </div>
      <p className="quiet" role="status">
        {t('found', { count: found.length })}
        {found.length > MOST_SHOWN && ` ${t('narrow', { count: MOST_SHOWN })}`}
      </p>
      <ul className={`${styles.goalOptions} ${styles.many}`}>
        {found.slice(0, MOST_SHOWN).map((goal) => (
          <li key={goal.code}>
            <GoalOption
              small
              goal={goal}
              notes={now.has(goal.code) ? [t('isNow')] : inKete.has(goal.code) ? [t('inKeteAlready')] : []}
              onPress={() => onChoose({ goal: goal.code, origin: inKete.has(goal.code) ? 'look-after' : 'bank', why: '' })}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
