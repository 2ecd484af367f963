import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Pupil } from '../../../../core/class/pupil.ts';
import { OutcomeName, Praise } from '../../../../core/goals/evidenceLog.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import { GoalSymbol } from '../../../components/GoalSymbol.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { OutcomePicture } from '../OutcomePicture.tsx';
import { BLANK, seenOn, toggledPraise, type Draft } from './lesson.ts';
import { useListRows, type ListRow } from './useListRows.ts';
import conferMarksStyles from './ConferMarks.module.css';
import styles from './ConferList.module.css';

/** The rows of one lesson. Every tap is saved; a second tap on the same takes it away. */
export function FromListRows({ date, space }: { date: string; space: string }): ReactNode {
  const { t } = useTranslation('confer');
  const { pupils } = useGoals();
  const { rows, mark } = useListRows(date);
  return (
    <ul className={styles.rows} aria-label={t('listTitle')}>
      {pupils
        .filter((pupil) => space === '' || pupil.space === space)
        .map((pupil) => (
          <Row key={pupil.id} pupil={pupil} date={date} row={rows.get(pupil.id)} onMark={(goal, part) => mark(pupil.id, goal, part)} />
        ))}
    </ul>
  );
}

interface RowProps {
  readonly pupil: Pupil;
  readonly date: string;
  readonly row: ListRow | undefined;
  readonly onMark: (goal: string | null, part: Partial<Draft>) => void;
}

function Row({ pupil, date, row, onMark }: RowProps): ReactNode {
  const { t } = useTranslation('confer');
  const { states, goals, symbols, nameOf } = useGoals();
  const state = states.get(pupil.id);
  const goal = goals.get(state?.active.at(-1)?.goal ?? '');
  const draft = row?.draft ?? BLANK;
  const name = nameOf(pupil.id);
  const mark = (part: Partial<Draft>): void => onMark(goal?.code ?? null, part);
  const isSaved = row !== undefined && row.entry !== null;
  return (
    <li className={isSaved ? styles.saved : ''} aria-label={name}>
      <span>
        <b>{name}</b>
        {name !== pupil.code && <small className="quiet"> {pupil.code}</small>}
      </span>
      <span className={`${styles.goal} child`}>
        {goal ? (
          <>
            <GoalSymbol symbol={symbols.get(goal.symbol ?? '')} size={30} />
            <span>{goal.sayIt === '' ? goal.pupilText : goal.sayIt}</span>
          </>
        ) : (
          <span className="quiet">{t('noGoalYet')}</span>
        )}
      </span>
      <span role="group" aria-label={t('howOf', { name })}>
        {OutcomeName.options.map((one) => (
          <AriaButton
            key={one}
            className={styles.listOutcome!}
            aria-label={t(`outcomes.${one}`)}
            aria-pressed={draft.outcome === one}
            isDisabled={!goal}
            onPress={() => mark({ outcome: draft.outcome === one ? null : one })}
          >
            <OutcomePicture outcome={one} size={32} />
          </AriaButton>
        ))}
      </span>
      <span role="group" aria-label={t('praisedOf', { name })}>
        {Praise.options.map((one) => (
          <AriaButton
            key={one}
            className={`${conferMarksStyles.pill} ${styles.mark}`}
            data-tone="glow"
            aria-pressed={draft.praise.includes(one)}
            onPress={() => mark({ praise: toggledPraise(draft.praise, one) })}
          >
            {t(`praise.${one}`)}
          </AriaButton>
        ))}
        <AriaButton
          className={`${conferMarksStyles.pill} ${styles.mark}`}
          data-tone="grow"
          aria-pressed={draft.fixedTogether}
          onPress={() => mark({ fixedTogether: !draft.fixedTogether })}
        >
          {t('fixed')}
        </AriaButton>
      </span>
      <span className={styles.state} role="status">
        {isSaved ? (
          <>
            <Icon name="check" size={18} /> {t('listSaved')}
          </>
        ) : (
          row === undefined && seenOn(state, date) && t('listSeen')
        )}
      </span>
    </li>
  );
}
