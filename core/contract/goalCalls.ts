import { z } from 'zod';
import { BankItem } from '../goals/bankItem.ts';
import { Context, Origin, OutcomeName, Praise, Says } from '../goals/evidenceLog.ts';
import { Bank, Code } from '../goals/goal.ts';
import { SuggestedGoal, Placement, NextLevel } from '../goals/placement.ts';
import { PupilGoals, Told } from '../goals/pupilGoals.ts';
import { Day } from '../kernel/days.ts';
import { Id } from '../kernel/id.ts';
import { Outgoing } from '../kernel/outgoing.ts';
import { call, Nothing } from './call.ts';

const onDay = { pupil: Id, date: Day };

export const goalCalls = {
  /** Every version of everything in the goal bank; the starter bank is put in the first time. */
  'goals.bank': call(Nothing, Bank),
  /** Writes the next version of something, or a new thing. */
  'goals.save': call(BankItem, Bank),
  /** The same for several things: all of them, or none. */
  'goals.saveAll': call(z.array(BankItem).min(1).max(5000), Bank),
  /** `from` retires; `into` stands for it from now on. */
  'goals.merge': call(z.object({ from: Code, into: Code }), Bank),
  'goals.csvOut': call(Nothing, Outgoing),
  /** `file` is a token of an offered file. Rows that can't be read are told and left out. */
  'goals.csvIn': call(
    z.object({ file: z.string() }),
    z.object({ bank: Bank, added: z.int(), notes: z.array(z.object({ line: z.int(), message: z.string() })) }),
  ),
  /** A pack of these goals (null: the whole bank) with all that belongs to them. Refused with `conflict` where a pupil's name stands in its words, unless someone has `looked`. */
  'goals.packOut': call(z.object({ goals: z.array(Code).min(1).nullable(), looked: z.boolean() }), Outgoing),
  'goals.packIn': call(z.object({ file: z.string() }), z.object({ bank: Bank, added: z.int() })),

  /** Where every pupil of the class stands. */
  'goals.class': call(Nothing, z.array(PupilGoals)),
  /** Refused with `conflict` where the pupil has a goal and a second one was not confirmed. */
  'goals.choose': call(z.object({ ...onDay, goal: Code, origin: Origin, why: z.string().max(300), second: z.boolean(), confirmed: z.boolean() }), Told),
  /** Half a minute beside a pupil. `supersedes`: the entry that this one puts right. */
  'goals.confer': call(
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
  ),
  /** Into the kete, for good. */
  'goals.master': call(z.object({ ...onDay, goal: Code, because: z.enum(['three-times', 'teacher-says']) }), Told),
  'goals.rest': call(z.object({ ...onDay, goal: Code, reason: z.enum(['paused', 'split']) }), Told),
  /** Takes back one entry; what is in a kete stays. */
  'goals.takeBack': call(z.object({ ...onDay, entry: z.string() }), Told),
  /** Fitting next goals for this writer, best first, each with its reasons. */
  'goals.suggest': call(z.object(onDay), z.array(SuggestedGoal)),
  /** The whole log as a file: to be joined on another computer (`json`), or to be read in a table (`csv`). Codes, never names. */
  'goals.logOut': call(z.object({ as: z.enum(['json', 'csv']) }), Outgoing),
  /** Joins the log of another computer; pupils are known by their codes. */
  'goals.logIn': call(z.object({ file: z.string() }), z.object({ added: z.int() })),

  'placements.record': call(z.object({ wall: Id, pupil: Id, place: Placement.shape.place, by: Placement.shape.by, date: Day }), Placement),
  'placements.takeBack': call(z.object({ placement: Id }), Nothing),
  /** All that hold, oldest first: the first of a pupil is where this writer began. */
  'placements.list': call(z.object({ wall: Id }), z.array(Placement)),
  /** What the level above the pupil's newest placement asks, each part with goals. */
  'placements.next': call(z.object({ wall: Id, ...onDay }), NextLevel),
  /** Goals that many pupils share and the chart does not ask for yet, as qualifiers for its next revision. */
  'placements.propose': call(z.object({ wall: Id }), z.array(z.object({ goal: Code, text: z.string(), pupils: z.int() }))),
} as const;
