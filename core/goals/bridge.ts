import type { PupilState } from './evidence.ts';
import type { Goal } from './goal.ts';
import type { NextQualifier, Suggestion, Writer } from './suggest.ts';
import { suggestGoals } from './suggest.ts';
import { compare } from '../kernel/versions.ts';

/** Between the chart and the goals: from what the next level adds to a goal, and from goals that many share to the chart. */

/** The goals this one qualifier leads to for this writer: one click on the qualifier, one on the goal. */
export function goalsForQualifier(writer: Writer, qualifier: NextQualifier, most = 3): Suggestion[] {
  const fits = ({ reasons }: Suggestion): boolean => reasons.some(({ kind }) => kind === 'chart' || kind === 'towards' || kind === 'chart-skill');
  return suggestGoals({ ...writer, next: [qualifier] }, writer.goals.length)
    .filter(fits)
    .slice(0, most);
}

/** What the pupil says counts most, then what the teacher looks for, then how it is modelled. */
const OWN_WORDS = 4;
const LOOKED_FOR = 3;

/**
 * Goals whose words are near those of a qualifier, the nearest first: a proposal for the team to tie them.
 * Words count the more the rarer they are in the bank (inverse document frequency, K. Spärck Jones 1972).
 */
export function nearGoals(text: string, goals: readonly Goal[], most = 3): Goal[] {
  const bags = goals.map((goal) => ({ goal, own: rootsOf(goal.pupilText, goal.sayIt), seen: rootsOf(goal.lookFor), shown: rootsOf(goal.model) }));
  const holding = (root: string): number => bags.filter(({ own, seen, shown }) => own.has(root) || seen.has(root) || shown.has(root)).length;
  const rarity = (root: string): number => Math.log((1 + bags.length) / (1 + holding(root)));
  const wanted = [...rootsOf(text)].map((root) => ({ root, weight: rarity(root) }));
  return bags
    .map(({ goal, own, seen, shown }) => ({
      goal,
      score: wanted.reduce((sum, { root, weight }) => sum + weight * (own.has(root) ? OWN_WORDS : seen.has(root) ? LOOKED_FOR : shown.has(root) ? 1 : 0), 0),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || compare(a.goal.code, b.goal.code))
    .slice(0, most)
    .map(({ goal }) => goal);
}

/** A goal that several pupils work on, worded for the next revision of the chart. Says how many, never who. */
export interface ProposedQualifier {
  readonly goal: string;
  readonly text: string;
  readonly pupils: number;
}

export function proposedQualifiers(states: readonly Pick<PupilState, 'active'>[], goals: readonly Goal[], atLeast = 4): ProposedQualifier[] {
  return goals
    .map(({ code, pupilText }) => ({ goal: code, text: pupilText, pupils: states.filter(({ active }) => active.some(({ goal }) => goal === code)).length }))
    .filter(({ pupils }) => pupils >= atLeast)
    .sort((a, b) => b.pupils - a.pupils || compare(a.goal, b.goal));
}

/** Words without much meaning of their own, as `rootsOf` leaves them. */
const PLAIN_ROOTS = new Set(
  'a an and are as at be but by for from has hav i in is it its my me of on one or so than that the their then ther they thi this to up us was we what when which who with you your not more can do does us use show tell giv new one second next about someth mak say add first all some any'.split(
    ' ',
  ),
);

/** The words that carry meaning, without their endings. */
function rootsOf(...texts: readonly string[]): Set<string> {
  const words = texts.flatMap((text) => text.toLowerCase().match(/[\p{L}]+/gu) ?? []);
  const roots = words.map((word) => word.replace(/(?<=\p{L}{3})(?:ings?|ed|es|s|ly)$/u, '').replace(/(?<=\p{L}{3})e$/u, ''));
  return new Set(roots.filter((root) => root.length > 1 && !PLAIN_ROOTS.has(root)));
}
