import type { Family } from '../goals/goal.ts';
import type { Lesson, LessonKind, LoftyKind } from './lesson.ts';

/** What a week's menu is mixed from, counted; nothing here is a mark. */
export interface WeekBalance {
  /** Small steps to model, by family. */
  readonly families: Readonly<Record<Family, number>>;
  readonly lofty: Readonly<Record<LoftyKind, number>>;
  readonly kinds: Readonly<Record<LessonKind, number>>;
  /** What a colleague would gently mention; empty for a mixed week, and for one that has hardly begun. */
  readonly gently: readonly GentleWord[];
}

export type GentleWord = { readonly kind: 'one-family'; readonly family: Family } | { readonly kind: 'one-lesson-kind' } | { readonly kind: 'no-lofty-goal' };

/** From so many on, all of one kind is no accident. */
const TELLING = 3;

/** `familyOf`: the family of a goal by its code; null for one that is no longer known. */
export function weekBalance(lessons: readonly Lesson[], familyOf: (goal: string) => Family | null): WeekBalance {
  const modelled = lessons.flatMap(({ model }) => model.flatMap(({ goal }) => familyOf(goal) ?? []));
  const lofty = lessons.flatMap((lesson) => lesson.lofty.map(({ kind }) => kind));
  const kinds = lessons.map(({ kind }) => kind);
  const [family] = modelled;
  return {
    families: { transcription: 0, composition: 0, process: 0, ...tally(modelled) },
    lofty: { content: 0, purpose: 0, language: 0, creative: 0, ...tally(lofty) },
    kinds: { modelled: 0, shared: 0, guided: 0, own: 0, free: 0, circle: 0, publish: 0, ...tally(kinds) },
    gently: [
      ...(family !== undefined && isAllOfOne(modelled) ? [{ kind: 'one-family' as const, family }] : []),
      ...(isAllOfOne(kinds) ? [{ kind: 'one-lesson-kind' as const }] : []),
      ...(lessons.length >= TELLING && lofty.length === 0 ? [{ kind: 'no-lofty-goal' as const }] : []),
    ],
  };
}

const isAllOfOne = (things: readonly string[]): boolean => things.length >= TELLING && new Set(things).size === 1;

const tally = <T extends string>(things: readonly T[]): Partial<Record<T, number>> =>
  Object.fromEntries([...Map.groupBy(things, (thing) => thing)].map(([thing, same]) => [thing, same.length])) as Partial<Record<T, number>>;
