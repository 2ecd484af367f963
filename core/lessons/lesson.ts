import { Code } from '../goals/goal.ts';
import { Day } from '../kernel/days.ts';
import { Id } from '../kernel/id.ts';
import { z } from 'zod';

/** What a week's menu is mixed from. */
export const LessonKind = z.enum(['modelled', 'shared', 'guided', 'own', 'free', 'circle', 'publish']);

export type LessonKind = z.infer<typeof LessonKind>;

/** Big goals of a lesson or unit: another thing than a micro goal, in another place. */
export const LoftyKind = z.enum(['content', 'purpose', 'language', 'creative']);

export type LoftyKind = z.infer<typeof LoftyKind>;

export const Lesson = z.object({
  id: Id,
  date: Day,
  space: z.string().trim().max(60),
  kind: LessonKind,
  title: z.string().trim().max(120),
  intention: z.string().trim().max(300),
  lofty: z.array(z.object({ kind: LoftyKind, text: z.string().trim().min(1).max(200) })).max(12),
  /** The one to three micro goals to model today. */
  model: z.array(z.object({ goal: Code, done: z.boolean() })).max(3),
});

export type Lesson = z.infer<typeof Lesson>;
