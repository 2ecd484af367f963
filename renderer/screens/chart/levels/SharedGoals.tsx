import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer, useApp } from '../../../api/app.tsx';
import type { Wall } from '../../../api/useWall.ts';
import { Button } from '../../../components/Button.tsx';
import { GoalSymbol } from '../../../components/GoalSymbol.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { LevelBadge } from '../../../components/LevelBadge.tsx';
import { useLevelsBank } from './LevelsBank.tsx';
import styles from './Levels.module.css';

/** A quiet line: what many pupils work on could stand on the chart. */
export function SharedGoals({ wall }: { wall: Wall }): ReactNode {
  const { t } = useTranslation('levels');
  const { say } = useApp();
  const bank = useLevelsBank();
  const { value } = useAnswer('placements.propose', { wall: wall.id }, ['goals.changed']);
  const [passed, setPassed] = useState<readonly string[]>([]);
  const { levels } = wall.chart;
  const tied = new Set(levels.flatMap(({ qualifiers }) => qualifiers.flatMap(({ goals }) => goals ?? [])));
  const proposal = (value ?? []).find(({ goal }) => !tied.has(goal) && !passed.includes(goal));
  if (proposal === undefined) return null;
  const add = (level: string, label: string): void => {
    wall.change({
      name: 'add-qualifier',
      level,
      qualifier: { id: crypto.randomUUID(), text: proposal.text, kind: 'new', goals: [proposal.goal] },
    });
    say(t('addedTo', { label }), wall.undo);
  };
  return (
    <section className={styles.sharedGoals} aria-label={t('share')}>
      <GoalSymbol symbol={bank?.symbols.get(bank.goals.get(proposal.goal)?.symbol ?? '')} size={30} />
      <p>{t('shared', { count: proposal.pupils, text: proposal.text.replace(/\.$/u, '') })}</p>
      {levels.map(({ id, label }, step) => (
        <button key={id} type="button" aria-label={t('addTo', { label })} onClick={() => add(id, label)}>
          <LevelBadge label={label} step={step} steps={levels.length} />
        </button>
      ))}
      <Button look="ghost" icon small label={t('notNow')} onPress={() => setPassed([...passed, proposal.goal])}>
        <Icon name="close" size={18} />
      </Button>
    </section>
  );
}
