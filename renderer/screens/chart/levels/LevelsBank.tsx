import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { goalsInUse, setsInUse } from '../../../../core/goals/bank.ts';
import type { Goal, GoalSymbol, SkillSet } from '../../../../core/goals/goal.ts';
import { newestByCode } from '../../../../core/kernel/versions.ts';
import { useAnswer } from '../../../api/app.tsx';

interface LevelsBankFacts {
  /** The newest wording of every goal, retired ones too: qualifiers may be tied to them. */
  readonly goals: ReadonlyMap<string, Goal>;
  readonly symbols: ReadonlyMap<string, GoalSymbol>;
  /** What can be chosen. */
  readonly inUse: readonly Goal[];
  readonly sets: readonly SkillSet[];
}

const LevelsBankContext = createContext<LevelsBankFacts | null>(null);

/** The goal bank, asked for once for all levels; null until it is there. */
export const useLevelsBank = (): LevelsBankFacts | null => useContext(LevelsBankContext);

export function LevelsBank({ children }: { children: ReactNode }): ReactNode {
  const { value: bank } = useAnswer('goals.bank', {});
  const facts = useMemo(
    () => bank && { goals: newestByCode(bank.goals), symbols: newestByCode(bank.symbols), inUse: goalsInUse(bank), sets: setsInUse(bank) },
    [bank],
  );
  return <LevelsBankContext value={facts}>{children}</LevelsBankContext>;
}
