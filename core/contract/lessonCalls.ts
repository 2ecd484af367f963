import { z } from 'zod';
import { Code } from '../goals/goal.ts';
import { Day } from '../kernel/days.ts';
import { Id } from '../kernel/id.ts';
import { Lesson } from '../lessons/lesson.ts';
import { TeachingGroup } from '../lessons/teachingGroup.ts';
import { TeamNote } from '../lessons/teamNote.ts';
import { Nothing, changes, reads } from './call.ts';

const Days = z.object({ from: Day, until: Day });

export const lessonCalls = {
  'lessons.list': reads(Days, z.array(Lesson)),
  'lessons.save': changes(Lesson, Nothing, { tells: ['lessons.changed'] }),
  'lessons.remove': changes(z.object({ lesson: Id }), Nothing, { tells: ['lessons.changed'] }),
  /** Goals that many work on today, for modelling: most pupils first, each with how many. */
  'lessons.toModel': reads(z.object({ space: z.string() }), z.array(z.object({ goal: Code, pupils: z.int() }))),

  /** Groups as they could be formed today; nothing is kept. `turn` moves the roles of a circle on. */
  'groups.propose': reads(
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
  'groups.leftOut': reads(z.object({ date: Day, space: z.string() }), z.array(z.object({ pupil: Id, on: Day }))),
  'groups.list': reads(Days, z.array(TeachingGroup)),
  'groups.save': changes(TeachingGroup, Nothing, { tells: ['lessons.changed'] }),
  'groups.remove': changes(z.object({ group: Id }), Nothing, { tells: ['lessons.changed'] }),

  'team.notes': reads(Nothing, z.array(TeamNote)),
  'team.save': changes(TeamNote, Nothing, { tells: ['lessons.changed'] }),
  'team.remove': changes(z.object({ note: Id }), Nothing, { tells: ['lessons.changed'] }),
  /** A page about the weeks from `from` to `until` without any pupil in it. */
  'team.summary': reads(
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
