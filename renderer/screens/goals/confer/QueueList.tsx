import { useEffect, useRef, type ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { GoalSymbol } from '../../../components/GoalSymbol.tsx';
import { useGoals } from '../../../api/useGoals.tsx';
import { Button } from '../../../components/Button.tsx';
import { inRound, setAway } from './lesson.ts';
import type { Conference } from './useConference.ts';
import styles from './Confer.module.css';

/** Who comes next, who is away today, and who had a turn; any child can be opened. */
export function QueueList({ conference, onOpen }: { conference: Conference; onOpen: (pupil: string) => void }): ReactNode {
  const { t } = useTranslation('confer');
  const { pupils, nameOf } = useGoals();
  const { lesson, waiting, pupil: now, change } = conference;
  const here = inRound(lesson, pupils).map(({ id }) => id);
  const away = here.filter((id) => lesson.away.includes(id));
  const seen = here.filter((id) => !waiting.includes(id) && !away.includes(id));
  const next = waiting.filter((id) => id !== now);
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    list.current?.scrollTo({ top: 0 });
  }, [now]);
  return (
    <nav className={styles.queue} aria-label={t('queue')} ref={list}>
      {next.length > 0 && <h3>{t('upNext')}</h3>}
      <ul>
        {next.map((id) => (
          <Row key={id} id={id} onOpen={onOpen} />
        ))}
      </ul>
      {away.length > 0 && <h3>{t('awayToday')}</h3>}
      <ul>
        {away.map((id) => (
          <li key={id} className={styles.away}>
            <span>{nameOf(id)}</span>
            <Button small look="ghost" label={t('isHereOf', { name: nameOf(id) })} onPress={() => change((one) => setAway(one, id, false))}>
              {t('isHere')}
            </Button>
          </li>
        ))}
      </ul>
      {seen.length > 0 && <h3>{t('seenToday')}</h3>}
      <ul>
        {seen.map((id) => (
          <Row key={id} id={id} onOpen={onOpen} />
        ))}
      </ul>
    </nav>
  );
}

function Row({ id, onOpen }: { id: string; onOpen: (pupil: string) => void }): ReactNode {
  const { t } = useTranslation('confer');
  const { states, goals, symbols, nameOf } = useGoals();
  const goal = goals.get(states.get(id)?.active.at(-1)?.goal ?? '');
  return (
    <li>
      <AriaButton className={styles.row!} onPress={() => onOpen(id)}>
        <span aria-hidden="true">{goal ? <GoalSymbol symbol={symbols.get(goal.symbol ?? '')} size={26} /> : <i className={styles.noGoal} />}</span>
        <span className={styles.name}>{nameOf(id)}</span>
        {!goal && <span className="hidden-but-read">{t('noGoalYet')}</span>}
      </AriaButton>
    </li>
  );
}
