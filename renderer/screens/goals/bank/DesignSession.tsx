import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { coverage, ENOUGH, goalsInUse, inYear } from '../../../../core/goals/bank.ts';
import { sizeNotes } from '../../../../core/goals/sizeCheck.ts';
import { useApp } from '../../../api/app.tsx';
import { useGoals } from '../../../api/useGoals.tsx';
import { Button } from '../../../components/Button.tsx';
import { GoalSymbol } from '../../../components/GoalSymbol.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { useKeys } from '../../../keys/useKeys.ts';
import { newGoal } from './newGoal.ts';
import { useBank } from './useBank.tsx';
import { useOnScreen } from '../../../api/useOnScreen.ts';
import bankStyles from './Bank.module.css';
import styles from './Session.module.css';

/** For a team before a projector: one place of the bank at a time, in large type, with a line to write the next idea on. */
export function DesignSession({ onLeave }: { onLeave: () => void }): ReactNode {
  const { t } = useTranslation('bank');
  const { t: common } = useTranslation();
  const { desktop } = useApp();
  const { bank, symbols } = useGoals();
  const { sets, save, undo } = useBank();
  const [at, setAt] = useState(0);
  const [idea, setIdea] = useState('');
  const cells = coverage(bank).filter(({ count, thin }) => count > 0 || thin);
  const cell = cells[Math.min(at, cells.length - 1)];
  const set = sets.find(({ code }) => code === cell?.skillSet);
  const step = (by: number): void => setAt((now) => Math.max(0, Math.min(cells.length - 1, now + by)));
  const nextThin = cells.findIndex(({ thin }, index) => thin && index > at);
  useKeys('panel', [
    { keys: ['ArrowRight', 'PageDown'], words: t('cellAfter'), run: () => step(1) },
    { keys: ['ArrowLeft', 'PageUp'], words: t('cellBefore'), run: () => step(-1) },
    { keys: 'Escape', words: common('done'), run: onLeave, whileTyping: true },
  ]);
  useOnScreen();
  if (cell === undefined || set === undefined) return null;
  const goals = goalsInUse(bank).filter((goal) => goal.skillSet === set.code && inYear(goal, cell.year));
  const draft = { ...newGoal(set, cell.year, cell.year, bank.goals), pupilText: idea.trim() };
  const notes = idea.trim() === '' ? [] : sizeNotes(draft).filter(({ kind }) => kind !== 'say-it');
  return (
    <main className={styles.session} data-family={set.family} aria-label={t('session')}>
      <header>
        <h1>{t('cell', { set: set.name, year: cell.year })}</h1>
        <p>{cell.thin ? t('roomTip', { count: ENOUGH - cell.count }) : t('goalCount', { count: cell.count })}</p>
      </header>
      <ul className={`${styles.goals} child`}>
        {goals.map((goal) => (
          <li key={goal.code}>
            <GoalSymbol symbol={symbols.get(goal.symbol ?? '')} size={72} />
            <span>
              {goal.pupilText}
              {goal.status === 'draft' && (
                <i className={bankStyles.chip} data-status="draft">
                  {t('statuses.draft')}
                </i>
              )}
            </span>
          </li>
        ))}
      </ul>
      <form
        className={styles.idea}
        onSubmit={(event) => {
          event.preventDefault();
          if (draft.pupilText === '') return;
          save([{ kind: 'goal', item: draft }], t('ideaAdded'), () => setIdea(''));
        }}
      >
        <label>
          <span>{t('idea')}</span>
          <input
            className="child"
            autoComplete="off"
            value={idea}
            maxLength={160}
            placeholder={t('idea_hint')}
            onChange={(event) => setIdea(event.target.value)}
          />
        </label>
        <Button type="submit" look="go" isDisabled={draft.pupilText === ''}>
          {t('addHere')}
        </Button>
        <p role="status">{notes[0]?.message ?? ''}</p>
      </form>
      <nav className={styles.bar} aria-label={t('session')}>
        <Button icon look="ghost" label={t('cellBefore')} isDisabled={at === 0} onPress={() => step(-1)}>
          <Icon name="left" size={24} />
        </Button>
        <span>{t('cellOf', { now: at + 1, all: cells.length })}</span>
        <Button icon look="ghost" label={t('cellAfter')} isDisabled={at >= cells.length - 1} onPress={() => step(1)}>
          <Icon name="right" size={24} />
        </Button>
        {nextThin >= 0 && <Button onPress={() => setAt(nextThin)}>{t('nextRoom')}</Button>}
        <Button icon look="ghost" label={common('undo')} isDisabled={undo === null} onPress={() => undo?.()}>
          <Icon name="undo" />
        </Button>
        <Button icon look="ghost" label={t('fullScreen')} onPress={() => void desktop.fullScreen(document.fullscreenElement === null)}>
          <Icon name="screen" size={24} />
        </Button>
        <Button onPress={onLeave}>{common('done')}</Button>
      </nav>
    </main>
  );
}
