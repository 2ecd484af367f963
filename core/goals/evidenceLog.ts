import { z } from 'zod';
import { Day } from '../kernel/days.ts';
import { canonicalText, compare } from '../kernel/versions.ts';
import { Code } from './goal.ts';

/**
 * What happened with pupils' goals, as a log that only grows. An entry is never changed: what was wrong is superseded by a
 * later entry. Logs of several laptops join by taking the entries of both. Pupils are known by their codes only.
 */

export const OutcomeName = z.enum(['not-yet', 'tried', 'with-help', 'by-myself']);
export type OutcomeName = z.infer<typeof OutcomeName>;

export const Context = z.enum(['writing', 'inquiry', 'notes', 'diagram', 'maths', 'other']);
export type Context = z.infer<typeof Context>;

export const Praise = z.enum(['content', 'language', 'creativity']);
export type Praise = z.infer<typeof Praise>;

/** Whether the pupil can say the goal. */
export const Says = z.enum(['yes', 'with-symbol', 'not-yet']);
export type Says = z.infer<typeof Says>;

export const Origin = z.enum(['bank', 'chart', 'own', 'smaller-step', 'look-after']);
export type Origin = z.infer<typeof Origin>;

const entry = {
  id: z.string().min(1).max(80),
  pupil: z.string().min(1).max(80),
  /** Lamport's clock: one more than any entry the writer had seen. The order of the log, whatever the machines' clocks say. */
  clock: z.int().min(0),
  date: Day,
};
const goal = { goal: Code, goalVersion: z.int().min(1) };

/** The pupil works on this goal from now on. `second`: beside the one already there; the teacher confirmed it. */
const Chose = z.strictObject({ ...entry, kind: z.literal('chose'), ...goal, origin: Origin, second: z.boolean(), why: z.string().max(300) }).readonly();

/** Half a minute beside the pupil. Goal and outcome are null where they talked about something else. */
const Conference = z
  .strictObject({
    ...entry,
    kind: z.literal('conference'),
    goal: Code.nullable(),
    outcome: OutcomeName.nullable(),
    context: Context,
    fixedTogether: z.boolean(),
    praise: z.array(Praise).readonly(),
    says: Says.nullable(),
    seconds: z.int().min(0).nullable(),
    /** An earlier conference that this one puts right. */
    supersedes: z.string().nullable(),
  })
  .readonly();

/** Mastered: in the kete for good, unless a later entry says that this was a mistake. `teacher-says`: the teacher overruled the rule. */
const Kete = z.strictObject({ ...entry, kind: z.literal('kete'), ...goal, because: z.enum(['three-times', 'teacher-says']) }).readonly();

/** The goal rests, or was split into smaller ones. */
const Rested = z.strictObject({ ...entry, kind: z.literal('rested'), goal: Code, reason: z.enum(['paused', 'split']) }).readonly();

/** Takes back one earlier entry of this pupil, but never what is in the kete. */
const Undid = z.strictObject({ ...entry, kind: z.literal('undid'), supersedes: z.string() }).readonly();

/** Says that a mastery was a mistake of the hand: the goal leaves the kete, and both entries stay in the log. What is really mastered is never taken out. */
const Mistook = z.strictObject({ ...entry, kind: z.literal('mistook'), supersedes: z.string() }).readonly();

/** What happened with a goal, other than that something was taken back. */
export const Happened = z.discriminatedUnion('kind', [Chose, Conference, Kete, Rested]);
export type Happened = z.infer<typeof Happened>;

export const Entry = z.discriminatedUnion('kind', [...Happened.options, Undid, Mistook]);
export type Entry = z.infer<typeof Entry>;
export type EntryOf<K extends Entry['kind']> = Extract<Entry, { kind: K }>;

/** The entries of both logs, each once, in the log's order: the same list in whatever order logs are joined. */
export function joinLogs(a: readonly Entry[], b: readonly Entry[]): Entry[] {
  const sorted = [...a, ...b]
    .map((item) => ({ item, text: canonicalText(item) }))
    .sort((x, y) => x.item.clock - y.item.clock || compare(x.item.id, y.item.id) || compare(x.text, y.text));
  const seen = new Set<string>();
  return sorted.filter(({ item }) => !seen.has(item.id) && seen.add(item.id)).map(({ item }) => item);
}

/** The clock for the next entry of someone who has seen these. */
export const nextClock = (log: readonly Entry[]): number => log.reduce((latest, { clock }) => Math.max(latest, clock + 1), 0);

/**
 * The entries that still hold, in order. An entry is superseded by a later one of the same pupil that itself still holds, so
 * taking back an undo brings back what it had taken away. What a correction corrected stays away when it is itself corrected.
 */
export function standing(log: readonly Entry[]): Happened[] {
  return told(log).flatMap(({ happened, takenBackBy }) => (takenBackBy.length === 0 ? [happened] : []));
}

/** All that happened, in order, but for what was put right, with the entries that take it back now. */
export function told(log: readonly Entry[]): { readonly happened: Happened; readonly takenBackBy: readonly Entry[] }[] {
  const ordered = joinLogs(log, []);
  const undone = new Map<string, Entry[]>();
  const corrected = new Set<string>();
  const byId = new Map(ordered.map((item, index) => [item.id, { item, index }]));
  for (let index = ordered.length - 1; index >= 0; index -= 1) {
    const later = ordered[index]!;
    const target = 'supersedes' in later && later.supersedes !== null ? byId.get(later.supersedes) : undefined;
    const isVoid = undone.has(later.id) && !corrected.has(later.id);
    if (!target || isVoid || target.index >= index || target.item.pupil !== later.pupil) continue;
    const takesBack = target.item.kind === 'kete' ? later.kind === 'mistook' : later.kind === 'undid';
    if (takesBack) undone.set(target.item.id, [...(undone.get(target.item.id) ?? []), later]);
    if (later.kind === 'conference' && target.item.kind === 'conference') corrected.add(target.item.id);
  }
  return ordered.flatMap((item) =>
    item.kind === 'undid' || item.kind === 'mistook' || corrected.has(item.id) ? [] : [{ happened: item, takenBackBy: undone.get(item.id) ?? [] }],
  );
}
