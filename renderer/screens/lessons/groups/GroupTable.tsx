import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TeachingGroup } from '../../../../core/lessons/teachingGroup.ts';
import { useDropTarget } from '../../../api/useDropTarget.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import { Button } from '../../../components/Button.tsx';
import { GoalSymbol } from '../../../components/GoalSymbol.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { NAME_DRAG, NameCard } from './NameCard.tsx';
import { TaughtTable } from './TaughtTable.tsx';
import type { DayPlan } from './useDayPlan.ts';
import { useTableTitle } from './useTableTitle.ts';
import styles from './Groups.module.css';

/** A table of the board: what they share, who sits there, and what came of it. */
export function GroupTable({
  group,
  number,
  plan,
  picked,
  onPick,
}: {
  group: TeachingGroup;
  number: number;
  plan: DayPlan;
  picked: string | null;
  onPick: (pupil: string | null) => void;
}): ReactNode {
  const { t } = useTranslation('groups');
  const { goals, symbols, nameOf } = useGoals();
  const goal = goals.get(group.goal ?? '');
  const title = useTableTitle()(group, number);
  // A shared step is the title already, and a circle's jobs tell the rest.
  const says = group.why === '' ? t('mixed') : group.kind === 'pair' || (group.kind === 'need' && goal === undefined) ? group.why : null;
  const sit = (pupil: string): void => {
    plan.seat(pupil, group.id);
    onPick(null);
  };
  const taught = group.taughtOn !== null;
  const { over, handlers } = useDropTarget(NAME_DRAG, sit, taught);
  return (
    <li className={[styles.groupTable, over ? styles.over : '', taught ? styles.taught : ''].join(' ')} data-kind={group.kind} aria-label={title} {...handlers}>
      <header>
        {goal !== undefined && <GoalSymbol symbol={symbols.get(goal.symbol ?? '')} size={52} />}
        <div>
          <h2 className="child">{title}</h2>
          {says !== null && <p className="quiet">{says}</p>}
        </div>
        {!taught && (
          <Button look="ghost" icon small label={t('removeTable', { title })} onPress={() => plan.remove(group.id)}>
            <Icon name="close" size={18} />
          </Button>
        )}
      </header>
      {taught ? (
        <TaughtTable group={group} plan={plan} />
      ) : (
        <>
          <ul className={styles.seats}>
            {group.members.map(({ pupil, role }) => (
              <li key={pupil}>
                <NameCard
                  pupil={pupil}
                  role={role}
                  picked={picked === pupil}
                  onPick={() => onPick(picked === pupil ? null : pupil)}
                  onMove={(step) => plan.move(pupil, step)}
                  onTakeOut={() => plan.seat(pupil, null)}
                />
              </li>
            ))}
          </ul>
          <footer>
            {picked !== null && !group.members.some(({ pupil }) => pupil === picked) ? (
              <Button look="go" small onPress={() => sit(picked)}>
                {t('putHere', { name: nameOf(picked) })}
              </Button>
            ) : (
              group.members.length > 0 && (
                <Button small onPress={() => plan.change(group.id, { taughtOn: plan.date }, t('undo.taught'))}>
                  <Icon name="check" size={18} /> {t('taught')}
                </Button>
              )
            )}
          </footer>
        </>
      )}
    </li>
  );
}
