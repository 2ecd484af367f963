import { z } from 'zod';
import { Day } from '../goals/dates.ts';
import { Code } from '../goals/goal.ts';
import { call, Id, Nothing } from './call.ts';

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

export const TeachingGroup = z.object({
  id: Id,
  date: Day,
  kind: z.enum(['need', 'pair', 'circle', 'mixed']),
  goal: Code.nullable(),
  skillSet: Code.nullable(),
  why: z.string().trim().max(300),
  members: z
    .array(z.object({ pupil: Id, role: z.enum(['writer', 'echo', 'wonder', 'spotter', 'has-it', 'works-on-it']).nullable(), came: z.boolean() }))
    .min(1)
    .max(40),
  outcome: z.string().trim().max(500),
  taughtOn: Day.nullable(),
});
export type TeachingGroup = z.infer<typeof TeachingGroup>;

/** What a team decided, and when it looks again. */
export const TeamNote = z.object({
  id: Id,
  date: Day,
  topic: z.string().trim().min(1).max(120),
  text: z.string().trim().max(4000),
  checkInOn: Day.nullable(),
});
export type TeamNote = z.infer<typeof TeamNote>;

const Days = z.object({ from: Day, until: Day });

export const lessonCalls = {
  'lessons.list': call(Days, z.array(Lesson)),
  'lessons.save': call(Lesson, Nothing),
  'lessons.remove': call(z.object({ lesson: Id }), Nothing),
  /** Goals that many work on today, for modelling: most pupils first, each with how many. */
  'lessons.toModel': call(z.object({ space: z.string() }), z.array(z.object({ goal: Code, pupils: z.int() }))),

  /** Groups as they could be formed today; nothing is kept. `turn` moves the roles of a circle on. */
  'groups.propose': call(
    z.object({
      kind: z.enum(['need', 'pair', 'circle']),
      date: Day,
      space: z.string(),
      limit: z.int().min(2).max(12),
      absent: z.array(Id),
      /** Pupils who had a group on the last lesson day and shall have one today all the same. */
      putBack: z.array(Id).default([]),
      turn: z.int().min(0),
    }),
    z.array(TeachingGroup),
  ),
  /** Who had a group on the class's last lesson day before this one, or since, and so is left out of what is proposed. */
  'groups.leftOut': call(z.object({ date: Day, space: z.string() }), z.array(z.object({ pupil: Id, on: Day }))),
  'groups.list': call(Days, z.array(TeachingGroup)),
  'groups.save': call(TeachingGroup, Nothing),
  'groups.remove': call(z.object({ group: Id }), Nothing),

  'team.notes': call(Nothing, z.array(TeamNote)),
  'team.save': call(TeamNote, Nothing),
  'team.remove': call(z.object({ note: Id }), Nothing),
  /** A page about the weeks from `from` to `until` without any pupil in it. */
  'team.summary': call(
    Days,
    z.object({
      pupils: z.int(),
      seen: z.int(),
      conferences: z.int(),
      mastered: z.array(z.object({ goal: Code, pupils: z.int() })),
      /** Goals with five tries and no success. */
      stuck: z.array(z.object({ goal: Code, pupils: z.int() })),
      /** Goals whose pupils can say them with the symbol only, or not yet. */
      unsaid: z.array(z.object({ goal: Code, pupils: z.int() })),
      withoutGoal: z.int(),
    }),
  ),
} as const;
