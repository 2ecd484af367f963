import { createContext, useCallback, useContext, useMemo, useRef, type ReactNode } from 'react';
import { setsInUse, type BankNote } from '../../../../core/goals/bank.ts';
import type { BankItem } from '../../../../core/goals/bankItem.ts';
import type { Bank, Goal, SkillSet } from '../../../../core/goals/goal.ts';
import { useApp } from '../../../api/app.tsx';
import { useGoals } from '../../../api/useGoals.tsx';
import { useDeeds } from '../../../api/useDeeds.ts';
import { useUndoKeys } from '../../../keys/useUndoKeys.ts';
import { asTheyWere, changedItems } from './changes.ts';
import { useNotes } from './useNotes.ts';

interface BankDesk {
  readonly sets: readonly SkillSet[];
  /** What the team should look at; null while the bank is being looked through. */
  readonly notes: readonly BankNote[] | null;
  readonly notesOf: (code: string) => readonly BankNote[];
  /** Writes new versions; one notice, and one undo, for all of them. `then` is called when they are written. */
  readonly save: (items: readonly BankItem[], message: string, then?: () => void) => void;
  readonly merge: (from: Goal, into: string, message: string, then: () => void) => void;
  /** Something has come in from a file: tells it, and can take it back. */
  readonly cameIn: (before: Bank, after: Bank, message: string) => void;
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
}

const BankContext = createContext<BankDesk | null>(null);

export function useBank(): BankDesk {
  const desk = useContext(BankContext);
  if (desk === null) throw new Error('Outside of the goal bank.');
  return desk;
}

/** The deeds of the goal bank. Nothing is ever erased: a deed is taken back by writing the earlier version again. */
export function BankProvider({ children }: { children: ReactNode }): ReactNode {
  const { api } = useApp();
  const { bank } = useGoals();
  const { perform, undo, redo } = useDeeds();
  useUndoKeys('screen', { undo, redo });
  const notes = useNotes(bank);
  const write = useCallback((items: readonly BankItem[]) => api.call('goals.saveAll', [...items]), [api]);

  const save = useCallback<BankDesk['save']>(
    (items, message, then) => perform({ message, told: true, run: () => write(items).then(() => then?.()), back: () => write(asTheyWere(bank, items)) }),
    [perform, write, bank],
  );
  const merge = useCallback<BankDesk['merge']>(
    (from, into, message, then) =>
      perform({
        message,
        told: true,
        run: () => api.call('goals.merge', { from: from.code, into }).then(then),
        back: () => write([{ kind: 'goal', item: from }]),
      }),
    [perform, write, api],
  );
  const wasIn = useRef(new Set<Bank>());
  const cameIn = useCallback<BankDesk['cameIn']>(
    (before, after, message) => {
      const items = changedItems(before, after);
      const run = (): Promise<unknown> => {
        // The file has brought it in already; only after an undo it is written again.
        const isFirst = !wasIn.current.has(after);
        wasIn.current.add(after);
        return isFirst ? Promise.resolve() : write(items);
      };
      if (items.length > 0) perform({ message, told: true, run, back: () => write(asTheyWere(before, items)) });
    },
    [perform, write],
  );
  const desk = useMemo<BankDesk>(
    () => ({
      sets: setsInUse(bank),
      notes,
      notesOf: (code) => notes?.filter(({ codes }) => codes.includes(code)) ?? [],
      save,
      merge,
      cameIn,
      undo,
      redo,
    }),
    [bank, notes, save, merge, cameIn, undo, redo],
  );
  return <BankContext value={desk}>{children}</BankContext>;
}
