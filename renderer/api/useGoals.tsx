import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { ClassList, Pupil } from '../../core/class/pupil.ts';
import type { CallName, Input, Output } from '../../core/contract/contract.ts';
import type { Bank, Goal, GoalSymbol } from '../../core/goals/goal.ts';
import type { PupilGoals, Told } from '../../core/goals/pupilGoals.ts';
import { newestByCode } from '../../core/kernel/versions.ts';
import { useApp } from './app.tsx';

/** The calls that write one entry about one pupil. */
type Telling = { [N in CallName]: Output<N> extends Told ? (Told extends Output<N> ? N : never) : never }[CallName];

/** The goal bank, the class, and where each pupil stands: what every goals screen stands on. */
export interface Goals {
  readonly bank: Bank;
  /** The newest wording of every goal, retired ones too: ketes may hold them. */
  readonly goals: ReadonlyMap<string, Goal>;
  readonly symbols: ReadonlyMap<string, GoalSymbol>;
  readonly list: ClassList;
  readonly pupils: readonly Pupil[];
  readonly states: ReadonlyMap<string, PupilGoals>;
  /** What the teacher calls a pupil on this screen: the name where there is one, else the code. */
  readonly nameOf: (pupil: string) => string;
  /** Writes an entry and shows at once where the pupil stands after it; null where it was refused (and said so). */
  readonly tell: <N extends Telling>(name: N, input: Input<N>) => Promise<Told | null>;
  /** Asks for everything anew. */
  readonly again: () => void;
}

/** What is told in quick succession is asked for once, in ms. */
const TOGETHER_MS = 150;

const GoalsContext = createContext<Goals | null>(null);

export function useGoals(): Goals {
  const goals = useContext(GoalsContext);
  if (goals === null) throw new Error('Outside of the goals.');
  return goals;
}

/** Fetches what the goals screens stand on; shows `waiting` until it is there. */
export function GoalsProvider({ waiting, children }: { waiting: ReactNode; children: ReactNode }): ReactNode {
  const { api, complain } = useApp();
  const [bank, setBank] = useState<Bank | null>(null);
  const [list, setList] = useState<ClassList | null>(null);
  const [asked, setAsked] = useState(0);
  const [states, setStates] = useState<ReadonlyMap<string, PupilGoals> | null>(null);
  const keep = useCallback((state: PupilGoals) => setStates((known) => new Map(known).set(state.pupil, state)), []);
  // An answer that was on its way while this window told something does not know of it.
  const turns = useRef(0);
  const again = useCallback((): void => {
    const turn = turns.current;
    Promise.all([api.call('goals.bank', {}), api.call('class.list', {}), api.call('goals.class', {})]).then(([newBank, newList, newStates]) => {
      setBank(newBank);
      setList(newList);
      if (turn === turns.current) setStates(new Map(newStates.map((state) => [state.pupil, state])));
      else setAsked((n) => n + 1);
    }, complain);
  }, [api, complain]);
  useEffect(again, [again, asked]);
  // What this window tells about a pupil it shows already; whatever else is told comes from another window.
  const own = useRef(new Map<string, number>());
  const count = useCallback((pupil: string, step: 1 | -1) => own.current.set(pupil, (own.current.get(pupil) ?? 0) + step), []);
  useEffect(() => {
    let due: ReturnType<typeof setTimeout> | undefined;
    const soon = (): void => {
      clearTimeout(due);
      due = setTimeout(again, TOGETHER_MS);
    };
    const stops = [
      api.on('goals.changed', ({ pupil }) => {
        if (pupil === null || (own.current.get(pupil) ?? 0) === 0) soon();
        else count(pupil, -1);
      }),
      api.on('class.changed', soon),
      api.on('services.restarted', soon),
    ];
    return () => {
      clearTimeout(due);
      stops.forEach((stop) => stop());
    };
  }, [api, again, count]);

  const tell = useCallback(
    async <N extends Telling>(name: N, input: Input<N>): Promise<Told | null> => {
      count(input.pupil, 1);
      try {
        const told: Told = await api.call(name, input);
        turns.current += 1;
        keep(told.state);
        return told;
      } catch (error) {
        count(input.pupil, -1);
        complain(error);
        return null;
      }
    },
    [api, complain, keep, count],
  );
  const value = useMemo<Goals | null>(() => {
    if (bank === null || list === null || states === null) return null;
    const names = new Map(list.pupils.map(({ id, name, code }) => [id, name ?? code]));
    return {
      bank,
      goals: newestByCode(bank.goals),
      symbols: newestByCode(bank.symbols),
      list,
      pupils: list.pupils,
      states,
      nameOf: (pupil) => names.get(pupil) ?? '',
      tell,
      again,
    };
  }, [bank, list, states, tell, again]);
  return value === null ? waiting : <GoalsContext value={value}>{children}</GoalsContext>;
}
