import { useCallback, useRef, useState } from 'react';
import { today } from '../../../../core/kernel/days.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import { BLANK, isBlank, type Draft } from './lesson.ts';

export interface ListRow {
  readonly draft: Draft;
  /** The entry that says it; null while nothing is written down. */
  readonly entry: string | null;
}

export interface ListRows {
  readonly rows: ReadonlyMap<string, ListRow>;
  /** Writes the row down as it is now; a row that became blank is taken back. */
  mark(pupil: string, goal: string | null, part: Partial<Draft>): void;
}

/** What is copied from a list on paper. Each tap is written down at once in place of what the tap before had said. */
export function useListRows(date: string): ListRows {
  const { tell } = useGoals();
  const [rows, setRows] = useState<ReadonlyMap<string, ListRow>>(new Map());
  const latest = useRef(new Map<string, ListRow>());
  const turns = useRef(new Map<string, Promise<unknown>>());
  const put = useCallback((pupil: string, row: ListRow) => {
    latest.current.set(pupil, row);
    setRows(new Map(latest.current));
  }, []);

  const write = useCallback(
    async (pupil: string, goal: string | null, draft: Draft) => {
      const before = latest.current.get(pupil)?.entry ?? null;
      const { outcome, context, fixedTogether, praise, says } = draft;
      const talk = { pupil, date, goal, outcome, context, fixedTogether, praise: [...praise], says, seconds: null, supersedes: null };
      const told = isBlank(draft) ? null : await tell('goals.confer', talk);
      if (told === null && !isBlank(draft)) return;
      put(pupil, { draft: latest.current.get(pupil)?.draft ?? draft, entry: told?.entry ?? null });
      // The new one is written down before the old one is taken back: a window that closes in between loses nothing.
      if (before !== null) await tell('goals.takeBack', { pupil, date: today(), entry: before });
    },
    [tell, put, date],
  );
  const mark = useCallback(
    (pupil: string, goal: string | null, part: Partial<Draft>) => {
      const before = latest.current.get(pupil) ?? { draft: BLANK, entry: null };
      const draft = { ...before.draft, ...part };
      put(pupil, { ...before, draft });
      turns.current.set(
        pupil,
        (turns.current.get(pupil) ?? Promise.resolve()).then(() => write(pupil, goal, draft)),
      );
    },
    [put, write],
  );
  return { rows, mark };
}
