import { z } from 'zod';
import { BankItem } from '../goals/bankItem.ts';
import { Context, Origin, OutcomeName, Praise, Says } from '../goals/evidenceLog.ts';
import { FileTaken } from '../goals/fileNote.ts';
import { Bank, Code } from '../goals/goal.ts';
import { SuggestedGoal, Placement, NextLevel, PupilOnChart } from '../goals/placement.ts';
import { PupilGoals, Told } from '../goals/pupilGoals.ts';
import { InStory } from '../goals/story.ts';
import { Day } from '../kernel/days.ts';
import { Id } from '../kernel/id.ts';
import { Outgoing } from '../kernel/outgoing.ts';
import { Nothing, changes, job, outside, reads } from './call.ts';

const File = z.object({ file: z.string() });
const onDay = { pupil: Id, date: Day };

export const goalCalls = {
  /** Every version of everything in the goal bank; the starter bank is put in the first time. */
  'goals.bank': reads(Nothing, Bank),
  /** Writes the next version of something, or a new thing. */
  'goals.save': changes(BankItem, Bank, { tells: ['goals.changed'] }),
  /** The same for several things: all of them, or none. */
  'goals.saveAll': changes(z.array(BankItem).min(1).max(5000), Bank, { tells: ['goals.changed'] }),
  /** `from` retires; `into` stands for it from now on. */
  'goals.merge': changes(z.object({ from: Code, into: Code }), Bank, { tells: ['goals.changed'] }),
  'goals.csvOut': outside(Nothing, Outgoing),
  /** `file` is a token of an offered file. Rows that can't be read are told and left out. */
  'goals.csvIn': job(File, FileTaken, { tells: ['goals.changed'] }),
  /** A pack of these goals (null: the whole bank) with all that belongs to them. Refused with `conflict` where a pupil's name stands in its words, unless someone has `looked`. */
  'goals.packOut': outside(z.object({ goals: z.array(Code).min(1).nullable(), looked: z.boolean() }), Outgoing),
  /** What of a pack can't be used is told and left out. */
  'goals.packIn': job(File, FileTaken, { tells: ['goals.changed'] }),

  /** Where every pupil of the class stands. */
  'goals.class': reads(Nothing, z.array(PupilGoals)),
  /** Refused with `conflict` where the pupil has a goal and a second one was not confirmed. */
  'goals.choose': changes(z.object({ ...onDay, goal: Code, origin: Origin, why: z.string().max(300), second: z.boolean(), confirmed: z.boolean() }), Told, {
    tells: ['goals.changed'],
  }),
  /** Half a minute beside a pupil. `supersedes`: the entry that this one puts right. */
  'goals.confer': changes(
    z.object({
      ...onDay,
      goal: Code.nullable(),
      outcome: OutcomeName.nullable(),
      context: Context,
      fixedTogether: z.boolean(),
      praise: z.array(Praise),
      says: Says.nullable(),
      seconds: z.int().min(0).max(36_000).nullable(),
      supersedes: z.string().nullable(),
    }),
    Told,
    { tells: ['goals.changed'] },
  ),
  /** Into the kete, for good; what got there by mistake is taken out with `goals.unmaster`. */
  'goals.master': changes(z.object({ ...onDay, goal: Code, because: z.enum(['three-times', 'teacher-says']) }), Told, { tells: ['goals.changed'] }),
  'goals.rest': changes(z.object({ ...onDay, goal: Code, reason: z.enum(['paused', 'split']) }), Told, { tells: ['goals.changed'] }),
  /** All that happened with a pupil's goals, oldest first, with what was taken back. */
  'goals.story': reads(z.object({ pupil: Id }), z.array(InStory)),
  /** Takes back one entry; what is in a kete stays. */
  'goals.takeBack': changes(z.object({ ...onDay, entry: z.string() }), Told, { tells: ['goals.changed'] }),
  /** The mastery that this entry tells of was a mistake: it leaves the kete, and the log says so. */
  'goals.unmaster': changes(z.object({ ...onDay, entry: z.string() }), Told, { tells: ['goals.changed'] }),
  /** Fitting next goals for this writer, best first, each with its reasons. */
  'goals.suggest': reads(z.object(onDay), z.array(SuggestedGoal)),
  /** The whole log as a file: to be joined on another computer (`json`), or to be read in a table (`csv`). Codes, never names. */
  'goals.logOut': outside(z.object({ as: z.enum(['json', 'csv']) }), Outgoing),
  /** Joins the log of another computer; pupils are known by their codes. */
  'goals.logIn': job(File, FileTaken, { tells: ['goals.changed'] }),

  'placements.record': changes(z.object({ wall: Id, pupil: Id, place: Placement.shape.place, by: Placement.shape.by, date: Day }), Placement, {
    tells: ['goals.changed'],
  }),
  'placements.takeBack': changes(z.object({ placement: Id }), Nothing, { tells: ['goals.changed'] }),
  /** All that hold, oldest first: the first of a pupil is where this writer began. */
  'placements.list': reads(z.object({ wall: Id }), z.array(Placement)),
  'placements.ofPupil': reads(z.object({ pupil: Id }), z.array(PupilOnChart)),
  /** What the level above the pupil's newest placement asks, each part with goals. */
  'placements.next': reads(z.object({ wall: Id, ...onDay }), NextLevel),
  /** Goals that many pupils share and the chart does not ask for yet, as qualifiers for its next revision. */
  'placements.propose': reads(z.object({ wall: Id }), z.array(z.object({ goal: Code, text: z.string(), pupils: z.int() }))),
} as const;
