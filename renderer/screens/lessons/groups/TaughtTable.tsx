import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TeachingGroup } from '../../../../core/lessons/teachingGroup.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import { Check, KeptText } from '../../../components/Fields.tsx';
import { withMember } from './groupMoves.ts';
import type { DayPlan } from './useDayPlan.ts';
import styles from './Groups.module.css';

/** After the lesson: who came, and a few words about it. */
export function TaughtTable({ group, plan }: { group: TeachingGroup; plan: DayPlan }): ReactNode {
  const { t } = useTranslation('groups');
  const { nameOf } = useGoals();
  return (
    <div className={styles.taughtTable}>
      <p className="label">{t('whoCame')}</p>
      <ul className={styles.came}>
        {group.members.map(({ pupil, came }) => (
          <li key={pupil}>
            <Check
              label={nameOf(pupil)}
              checked={came}
              onChange={(now) => plan.change(group.id, withMember(group, pupil, { came: now }), t('undo.came', { name: nameOf(pupil) }))}
            />
          </li>
        ))}
      </ul>
      <KeptText
        label={t('outcome')}
        labelHidden
        placeholder={t('outcome_hint')}
        value={group.outcome}
        maxLength={500}
        onKeep={(outcome) => plan.change(group.id, { outcome: outcome.trim() }, t('undo.outcome'))}
      />
    </div>
  );
}
