import type { Context } from '../goals/evidenceLog.ts';
import type { PupilState } from '../goals/evidence.ts';
import type { Goal, GoalSymbol } from '../goals/goal.ts';

/** What the handouts of a class are made from. */
export interface ClassOnHandout {
  /** In the order of the class list. */
  readonly pupils: readonly { readonly id: string; readonly code: string; readonly name: string | null }[];
  readonly states: ReadonlyMap<string, Pick<PupilState, 'active' | 'kete'>>;
  /** The newest wording of each. */
  readonly goals: ReadonlyMap<string, Goal>;
  readonly symbols: ReadonlyMap<string, GoalSymbol>;
}

/** A goal as a pupil sees it on a handout. */
export interface GoalOnHandout {
  /** The pupil's code; the name only where the teacher asked for names. */
  readonly who: string;
  readonly goal: Goal;
  readonly symbol: GoalSymbol | undefined;
}

export interface KeteOnHandout {
  readonly who: string;
  readonly skills: readonly { readonly goal: Goal; readonly symbol: GoalSymbol | undefined; readonly contexts: readonly Context[] }[];
}

interface Chosen {
  /** Null for the whole class. */
  readonly pupils: readonly string[] | null;
  readonly names: boolean;
}

/** One line for each goal that somebody works on; a pupil with two goals has two. */
export function goalsOnHandout(group: ClassOnHandout, chosen: Chosen): GoalOnHandout[] {
  return chosenPupils(group, chosen).flatMap(({ id, who }) =>
    (group.states.get(id)?.active ?? []).flatMap((active) => {
      const goal = group.goals.get(active.goal);
      return goal === undefined ? [] : [{ who, goal, symbol: symbolOf(group, goal) }];
    }),
  );
}

/** One line for each pupil, with the newest goal where there is one. */
export function pupilsOnHandout(group: ClassOnHandout, chosen: Chosen): { who: string; goal: Goal | undefined; symbol: GoalSymbol | undefined }[] {
  return chosenPupils(group, chosen).map(({ id, who }) => {
    const goal = group.goals.get(group.states.get(id)?.active.at(-1)?.goal ?? '');
    return { who, goal, symbol: goal && symbolOf(group, goal) };
  });
}

export function ketesOnHandout(group: ClassOnHandout, chosen: Chosen): KeteOnHandout[] {
  return chosenPupils(group, chosen).map(({ id, who }) => ({
    who,
    skills: (group.states.get(id)?.kete ?? []).flatMap(({ goal: code, contexts }) => {
      const goal = group.goals.get(code);
      return goal === undefined ? [] : [{ goal, symbol: symbolOf(group, goal), contexts }];
    }),
  }));
}

export const symbolOf = ({ symbols }: Pick<ClassOnHandout, 'symbols'>, { symbol }: Goal): GoalSymbol | undefined => symbols.get(symbol ?? '');

function chosenPupils({ pupils }: ClassOnHandout, { pupils: chosen, names }: Chosen): { id: string; who: string }[] {
  return pupils.filter(({ id }) => chosen === null || chosen.includes(id)).map(({ id, code, name }) => ({ id, who: names ? (name ?? code) : code }));
}
