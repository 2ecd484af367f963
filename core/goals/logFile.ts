import { z } from 'zod';
import { isCode } from '../class/codes.ts';
import { parseJson } from '../kernel/parseJson.ts';
import { Refusal } from '../kernel/refusal.ts';
import { canonicalText } from '../kernel/versions.ts';
import { goalWords } from '../words/goals.ts';
import { Entry } from './evidenceLog.ts';
import type { FileNote } from './fileNote.ts';

/** The log of goals as a file for another computer; pupils are known by their codes in it. */
const FORMAT = { format: 'stepwall-goal-log', formatVersion: 1 } as const;
const LogFile = z.strictObject({ format: z.literal(FORMAT.format), formatVersion: z.int(), entries: z.array(z.unknown()) });

/** No entry's clock runs further ahead of those before it than this: what claims to would leave the next entries no room. */
const FURTHEST_AHEAD = 1_000_000;

export interface LogKnown {
  /** The highest clock of the log that this one joins; -1 where it is empty. */
  readonly latest: number;
  /** Codes that were given here, whatever they look like. */
  readonly codes: ReadonlySet<string>;
}

export function logText(entries: readonly Entry[]): string {
  return `${JSON.stringify(JSON.parse(canonicalText({ ...FORMAT, entries })), null, 1)}\n`;
}

/**
 * The entries of a file that can join a log, in its order, and what was left out. A pupil is a code that Stepwall gives, or one that is known here: nothing else,
 * since it might be a name.
 * @throws Refusal `unreadable` where the file is no log, or one of a newer build
 */
export function logFromText(text: string, { latest, codes }: LogKnown): { readonly entries: readonly Entry[]; readonly notes: readonly FileNote[] } {
  const file = LogFile.safeParse(parseJson(text));
  if (!file.success) throw new Refusal('unreadable', goalWords.log.none);
  if (file.data.formatVersion > FORMAT.formatVersion) throw new Refusal('unreadable', goalWords.newer);
  const notes: FileNote[] = [];
  const leave = (index: number, message: string): [] => {
    notes.push({ line: index + 1, message });
    return [];
  };
  const read = file.data.entries.flatMap((value, index) => {
    const entry = Entry.safeParse(value);
    if (!entry.success) return leave(index, goalWords.log.noEntry);
    return codes.has(entry.data.pupil) || isCode(entry.data.pupil) ? [{ entry: entry.data, index }] : leave(index, goalWords.log.noCode);
  });
  let clock = latest;
  const entries = read
    .sort((a, b) => a.entry.clock - b.entry.clock)
    .flatMap(({ entry, index }) => {
      if (entry.clock > clock + FURTHEST_AHEAD) return leave(index, goalWords.log.ahead);
      clock = Math.max(clock, entry.clock);
      return [entry];
    });
  return { entries, notes };
}
