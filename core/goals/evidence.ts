import type { Context, Entry, EntryOf, Happened, Origin, OutcomeName, Says } from './evidenceLog.ts';
import { standing } from './evidenceLog.ts';
import { goalWords } from '../words/goals.ts';

/** Where a pupil stands, folded from the log. Nothing here is stored; the log is the truth. */
export interface PupilState {
  readonly pupil: string;
  /** What the pupil works on: none, one, or a second that the teacher confirmed. The newest comes last. */
  readonly active: readonly ActiveGoal[];
  /** Codes of goals that rest, the latest last. */
  readonly resting: readonly string[];
  /** Mastered for good, in the order they came; without what was taken out again as a mistake. */
  readonly kete: readonly InKete[];
  /** Every outcome that holds, oldest first, each counted once. */
  readonly outcomes: readonly Outcome[];
  /** Days of the conferences, oldest first. */
  readonly seen: readonly string[];
}

/** What a list of pupils shows of each; the whole of what was seen belongs to a pupil's own page. */
export interface Standing extends Omit<PupilState, 'outcomes'> {
  /** Days of the latest conferences, oldest first. */
  readonly seen: readonly string[];
  /** How many conferences there were. */
  readonly talks: number;
}

/** More of them no list looks back at. */
const LATEST_TALKS = 60;

export const inBrief = ({ outcomes: _, seen, ...state }: PupilState): Standing => ({ ...state, seen: seen.slice(-LATEST_TALKS), talks: seen.length });

export interface ActiveGoal {
  readonly goal: string;
  readonly goalVersion: number;
  readonly since: string;
  readonly origin: Origin;
  readonly why: string;
  /** It is in the kete and gets some care again. */
  readonly lookingAfter: boolean;
  /** Its outcomes since it was chosen. */
  readonly outcomes: readonly Outcome[];
  /** Whether the pupil could say it when last asked. */
  readonly says: Says | null;
}

export interface InKete {
  readonly goal: string;
  readonly goalVersion: number;
  readonly date: string;
  readonly because: EntryOf<'kete'>['because'];
  /** Where it was seen by myself, before and since. */
  readonly contexts: readonly Context[];
}

export interface Outcome {
  readonly id: string;
  readonly goal: string;
  readonly date: string;
  readonly outcome: OutcomeName;
  readonly context: Context;
}

/** More goals than this nobody holds in mind, confirmed or not. */
const MOST_ACTIVE = 2;

/** The states of all pupils in the log, by code. */
export function classStates(log: readonly Entry[]): Map<string, PupilState> {
  const states = new Map(log.map(({ pupil }) => [pupil, startOf(pupil)]));
  for (const entry of standing(log)) states.set(entry.pupil, after(states.get(entry.pupil) ?? startOf(entry.pupil), entry));
  return states;
}

export const pupilState = (log: readonly Entry[], pupil: string): PupilState =>
  classStates(log.filter((entry) => entry.pupil === pupil)).get(pupil) ?? startOf(pupil);

/** What to ask before a goal is chosen: null where nothing stands in the way. */
export function questionBeforeChoosing(state: PupilState, goal: string, second: boolean): string | null {
  if (state.active.some((active) => active.goal === goal)) return goalWords.choose.already;
  if (second && state.active.length >= MOST_ACTIVE) return goalWords.choose.two;
  if (second && state.active.length > 0) return goalWords.choose.second;
  return null;
}

/** Pupils nobody has sat beside for longest come first; among equals those seen least often, then by code. */
export function queue(states: readonly Standing[]): Standing[] {
  const last = ({ seen }: Standing): string => seen.at(-1) ?? '';
  return [...states].sort((a, b) => (last(a) < last(b) ? -1 : last(a) > last(b) ? 1 : a.talks - b.talks || (a.pupil < b.pupil ? -1 : 1)));
}

const startOf = (pupil: string): PupilState => ({ pupil, active: [], resting: [], kete: [], outcomes: [], seen: [] });

function after(state: PupilState, entry: Happened): PupilState {
  switch (entry.kind) {
    case 'chose':
      return chosen(state, entry);
    case 'conference':
      return talked(state, entry);
    case 'kete':
      return mastered(state, entry);
    case 'rested':
      return rested(state, entry.goal);
  }
}

function chosen(state: PupilState, { goal, goalVersion, date, origin, why, second }: EntryOf<'chose'>): PupilState {
  const stays = second ? state.active.filter((active) => active.goal !== goal).slice(-(MOST_ACTIVE - 1)) : [];
  const goes = state.active.filter((active) => active.goal !== goal && !stays.includes(active)).map((active) => active.goal);
  const lookingAfter = state.kete.some((kept) => kept.goal === goal);
  return {
    ...state,
    active: [...stays, { goal, goalVersion, since: date, origin, why, lookingAfter, outcomes: [], says: null }],
    resting: [...state.resting.filter((code) => code !== goal && !goes.includes(code)), ...goes],
  };
}

function talked(state: PupilState, { id, goal, outcome, date, context, says }: EntryOf<'conference'>): PupilState {
  const seen = [...state.seen, date];
  if (goal === null) return { ...state, seen };
  const told: readonly Outcome[] = outcome === null ? [] : [{ id, goal, date, outcome, context }];
  const newContext = outcome === 'by-myself';
  return {
    ...state,
    seen,
    outcomes: [...state.outcomes, ...told],
    active: state.active.map((active) => (active.goal === goal ? { ...active, outcomes: [...active.outcomes, ...told], says: says ?? active.says } : active)),
    kete: state.kete.map((kept) =>
      kept.goal === goal && newContext && !kept.contexts.includes(context) ? { ...kept, contexts: [...kept.contexts, context] } : kept,
    ),
  };
}

function mastered(state: PupilState, { goal, goalVersion, date, because }: EntryOf<'kete'>): PupilState {
  const contexts = [...new Set(state.outcomes.filter((told) => told.goal === goal && told.outcome === 'by-myself').map(({ context }) => context))];
  const known = state.kete.some((kept) => kept.goal === goal);
  return {
    ...state,
    active: state.active.filter((active) => active.goal !== goal),
    resting: state.resting.filter((code) => code !== goal),
    kete: known ? state.kete : [...state.kete, { goal, goalVersion, date, because, contexts }],
  };
}

function rested(state: PupilState, goal: string): PupilState {
  const isActive = state.active.some((active) => active.goal === goal);
  return {
    ...state,
    active: state.active.filter((active) => active.goal !== goal),
    resting: isActive ? [...state.resting.filter((code) => code !== goal), goal] : state.resting,
  };
}
