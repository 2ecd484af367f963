import { daysBetween } from '../kernel/days.ts';
import { compare } from '../kernel/versions.ts';
import { goalWords } from '../words/goals.ts';
import { inYear } from './bank.ts';
import type { PupilState } from './evidence.ts';
import type { Goal } from './goal.ts';
import { masteryOf } from './mastery.ts';

/** What the next level of a chart adds; the team ties it to skill sets and goals. */
export interface NextQualifier {
  readonly text: string;
  readonly skillSets: readonly string[];
  readonly goals: readonly string[];
}

/** Everything a suggestion looks at. */
export interface Writer {
  /** Every goal as it is now (`goalsNow`). Only agreed ones are suggested; retired ones say what a kete's goals are called now. */
  readonly goals: readonly Goal[];
  readonly year: number;
  readonly state: PupilState;
  readonly today: string;
  /** What the next level asks of this pupil; empty where there is no placement. */
  readonly next: readonly NextQualifier[];
}

export type ReasonKind =
  'chart' | 'chart-skill' | 'towards' | 'smaller-step' | 'next-in-order' | 'builds-on' | 'transcription-first' | 'fits-year' | 'not-lately' | 'lately';

export interface Reason {
  readonly kind: ReasonKind;
  /** Why, in words for the teacher. */
  readonly text: string;
}

export interface Suggestion {
  readonly goal: Goal;
  readonly reasons: readonly Reason[];
}

/** How much a reason weighs. The order is the point: what the chart and the pupil's own work say comes before the year. */
const WEIGHT: Readonly<Record<ReasonKind, number>> = {
  'smaller-step': 60,
  chart: 50,
  towards: 45,
  'chart-skill': 25,
  'next-in-order': 20,
  'builds-on': 10,
  'transcription-first': 8,
  'fits-year': 15,
  'not-lately': 0,
  lately: -40,
};
/** A goal that rested or was tried within so many days waits a little. */
const LATELY_DAYS = 14;
/** Transcription comes first up to this year; a default that every other reason may outweigh. */
const TRANSCRIPTION_YEARS = 3;
/** From one skill set no more than so many, but for what the chart names, so that the teacher sees different roads. */
const PER_SKILL_SET = 2;

/** The next small steps for this writer, the most fitting first, each with its reasons. The teacher decides. */
export function suggestGoals(writer: Writer, most = 5): Suggestion[] {
  const ranked = writer.goals
    .filter((goal) => isOpen(writer, goal) && unmet(writer, goal).length === 0)
    .map((goal) => ({ goal, reasons: reasonsFor(writer, goal) }))
    .filter(({ reasons }) => reasons.some(({ kind }) => FITTING.has(kind)))
    .sort((a, b) => weightOf(b) - weightOf(a) || writer.goals.indexOf(a.goal) - writer.goals.indexOf(b.goal) || compare(a.goal.code, b.goal.code));
  const taken = new Map<string, number>();
  return ranked
    .filter(({ goal, reasons }) => {
      if (reasons.some(({ kind }) => kind === 'chart')) return true;
      const count = taken.get(goal.skillSet) ?? 0;
      taken.set(goal.skillSet, count + 1);
      return count < PER_SKILL_SET;
    })
    .slice(0, most);
}

/** Without one of these a goal is for somebody else. */
const FITTING = new Set<ReasonKind>(['chart', 'chart-skill', 'towards', 'smaller-step', 'next-in-order', 'fits-year']);

const weightOf = ({ reasons }: Suggestion): number => reasons.reduce((sum, { kind }) => sum + WEIGHT[kind], 0);

/** May be suggested at all: agreed, not mastered, not what the pupil works on now. */
export function isOpen({ state, goals }: Writer, goal: Goal): boolean {
  return goal.status === 'agreed' && !masteredCodes(state, goals).has(goal.code) && !state.active.some((active) => active.goal === goal.code);
}

/**
 * The goals it builds on that this writer lacks. Those that belong to earlier years are taken as there: a writer of year 5
 * whose kete begins today is not sent back to the first letters.
 */
export function unmet({ goals, state, year }: Writer, goal: Goal): Goal[] {
  const mastered = masteredCodes(state, goals);
  const needed = goal.prerequisites.map((code) => calledNow(goals, code));
  return goals.filter(
    (need) => need.code !== goal.code && needed.includes(need.code) && need.status !== 'retired' && !mastered.has(need.code) && need.yearTo >= year,
  );
}

/** The code of the goal that stands for this one today: another, where two were made one. */
function calledNow(goals: readonly Goal[], code: string): string {
  const passed = new Set<string>();
  let now = code;
  for (let next: string | null = now; next !== null && !passed.has(next); next = goals.find((goal) => goal.code === now)?.replacedBy ?? null) {
    passed.add(next);
    now = next;
  }
  return now;
}

/** What is in the kete, under its code of then and of now. */
const masteredCodes = ({ kete }: PupilState, goals: readonly Goal[]): Set<string> => new Set(kete.flatMap(({ goal }) => [goal, calledNow(goals, goal)]));

function reasonsFor(writer: Writer, goal: Goal): Reason[] {
  return [
    ...chartReasons(writer, goal),
    ...smallerStep(writer, goal),
    ...orderReasons(writer, goal),
    ...yearReasons(writer, goal),
    ...recentReasons(writer, goal),
  ];
}

function chartReasons(writer: Writer, goal: Goal): Reason[] {
  const asks = ({ goals }: NextQualifier, code: string): boolean => goals.some((tied) => calledNow(writer.goals, tied) === code);
  const named = writer.next.find((qualifier) => asks(qualifier, goal.code));
  if (named) return [{ kind: 'chart', text: goalWords.because.chart(named.text) }];
  const step = writer.next.find((qualifier) => writer.goals.some((far) => asks(qualifier, far.code) && isOpen(writer, far) && leadsTo(writer, goal, far)));
  if (step) return [{ kind: 'towards', text: goalWords.because.towards(step.text) }];
  const skill = writer.next.find(({ skillSets }) => skillSets.includes(goal.skillSet));
  return skill && nearYear(goal, writer.year) ? [{ kind: 'chart-skill', text: goalWords.because.chartSkill(skill.text) }] : [];
}

/** True where `goal` is among what `far` builds on and this writer lacks, however far down. */
function leadsTo(writer: Writer, goal: Goal, far: Goal, path: readonly string[] = []): boolean {
  return unmet(writer, far).some((need) => need.code === goal.code || (!path.includes(need.code) && leadsTo(writer, goal, need, [...path, need.code])));
}

function smallerStep(writer: Writer, goal: Goal): Reason[] {
  const stuck = writer.state.active.find((active) => masteryOf(active.outcomes).tooBig);
  const big = writer.goals.find(({ code }) => code === stuck?.goal);
  const smaller = big && (big.prerequisites.includes(goal.code) || (goal.skillSet === big.skillSet && goal.order < big.order && goal.yearTo >= big.yearFrom));
  return smaller ? [{ kind: 'smaller-step', text: goalWords.because.smallerStep(big.pupilText) }] : [];
}

function orderReasons(writer: Writer, goal: Goal): Reason[] {
  const mastered = masteredCodes(writer.state, writer.goals);
  const mates = writer.goals.filter(({ skillSet }) => skillSet === goal.skillSet);
  const before = mates.filter(({ code, order }) => mastered.has(code) && order < goal.order).at(-1);
  const isNext =
    before !== undefined &&
    !mates.some(
      (mate) => mate.order > before.order && mate.order < goal.order && isOpen(writer, mate) && unmet(writer, mate).length === 0 && nearYear(mate, writer.year),
    );
  const base = goal.prerequisites.map((code) => writer.goals.find((need) => need.code === code && mastered.has(code))).filter((need) => need !== undefined);
  return [
    ...(isNext && nearYear(goal, writer.year) ? [{ kind: 'next-in-order' as const, text: goalWords.because.nextInOrder(before.pupilText) }] : []),
    ...(base.length > 0
      ? [{ kind: 'builds-on' as const, text: goalWords.because.buildsOn(base.map(({ pupilText }) => goalWords.quoted(pupilText)).join(goalWords.and)) }]
      : []),
  ];
}

function yearReasons({ year }: Writer, goal: Goal): Reason[] {
  return [
    ...(inYear(goal, year) ? [{ kind: 'fits-year' as const, text: goalWords.because.fitsYear }] : []),
    ...(year <= TRANSCRIPTION_YEARS && goal.family === 'transcription'
      ? [{ kind: 'transcription-first' as const, text: goalWords.because.transcriptionFirst }]
      : []),
  ];
}

function recentReasons({ state, today }: Writer, goal: Goal): Reason[] {
  const last = state.outcomes.findLast((told) => told.goal === goal.code);
  if (last === undefined && !state.resting.includes(goal.code)) return [];
  const lately = last === undefined || daysBetween(last.date, today) <= LATELY_DAYS;
  return [lately ? { kind: 'lately', text: goalWords.because.lately } : { kind: 'not-lately', text: goalWords.because.notLately }];
}

const nearYear = (goal: Goal, year: number): boolean => inYear({ yearFrom: goal.yearFrom - 1, yearTo: goal.yearTo + 1 }, year);
