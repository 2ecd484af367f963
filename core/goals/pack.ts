import { z } from 'zod';
import { parseJson } from '../kernel/parseJson.ts';
import { Refusal } from '../kernel/refusal.ts';
import { canonicalText, joinVersions } from '../kernel/versions.ts';
import { goalWords } from '../words/goals.ts';
import { goalsInUse } from './bank.ts';
import type { FileNote } from './fileNote.ts';
import { Goal, GoalSymbol, SentenceCard, SkillSet, type Bank } from './goal.ts';

/** A bank, or part of one, as a file to hand to another school: goals and pictures, nothing about any pupil. */
const FORMAT = { format: 'stepwall-goals', formatVersion: 1 } as const;

/** The most things of one kind in a pack, all versions counted. */
const MOST = 5000;
/** No version runs further ahead of those before it: what claims to would leave the next ones no room. */
const FURTHEST_AHEAD = 1000;

const list = z.array(z.unknown());
const Pack = z.strictObject({
  format: z.literal(FORMAT.format),
  formatVersion: z.int(),
  bank: z.strictObject({ skillSets: list, goals: list, symbols: list, cards: list }),
});
const kinds = ['skillSets', 'goals', 'symbols', 'cards'] as const;
type Kind = (typeof kinds)[number];
const shapes = { skillSets: SkillSet, goals: Goal, symbols: GoalSymbol, cards: SentenceCard } as const;

/**
 * Both banks together: every version of both is kept, the newest is in use. The same result in whatever order, grouping
 * or number of times banks are joined.
 */
export function joinBanks(a: Bank, b: Bank): Bank {
  return {
    skillSets: joinVersions(a.skillSets, b.skillSets),
    goals: joinVersions(a.goals, b.goals),
    symbols: joinVersions(a.symbols, b.symbols),
    cards: joinVersions(a.cards, b.cards),
  };
}

/** Some goals with all that belongs to them: what they build on, their symbols, skill sets and the cards that name them. */
export function partOfBank(bank: Bank, codes: readonly string[]): Bank {
  const versions = Map.groupBy(bank.goals, ({ code }) => code);
  const wanted = new Set(codes);
  // A set is walked to its end while it grows.
  for (const code of wanted) {
    for (const { prerequisites, replacedBy } of versions.get(code) ?? []) {
      prerequisites.forEach((need) => wanted.add(need));
      if (replacedBy !== null) wanted.add(replacedBy);
    }
  }
  const goals = bank.goals.filter(({ code }) => wanted.has(code));
  const sets = new Set(goals.map(({ skillSet }) => skillSet));
  const parents = new Set(bank.skillSets.filter(({ code }) => sets.has(code)).map(({ parent }) => parent));
  return {
    goals,
    skillSets: bank.skillSets.filter(({ code }) => sets.has(code) || parents.has(code)),
    symbols: bank.symbols.filter(({ code }) => goals.some(({ symbol }) => symbol === code)),
    cards: bank.cards.filter(
      ({ ingredients }) =>
        ingredients.every((ingredient) => ingredient.goals.every((code) => wanted.has(code))) && ingredients.some((ingredient) => ingredient.goals.length > 0),
    ),
  };
}

/** The pack as the text of a file, the same text for the same bank. */
export function packText(bank: Bank): string {
  return `${JSON.stringify(JSON.parse(canonicalText({ ...FORMAT, bank: joinBanks(bank, bank) })), null, 1)}\n`;
}

/** What a version is known by, across all kinds. */
export const versionKey = (kind: Kind, code: string): string => `${kind} ${code}`;

/** The newest version of everything in a bank. */
export function newestVersions(bank: Bank): Map<string, number> {
  const newest = new Map<string, number>();
  for (const kind of kinds) {
    for (const { code, version } of bank[kind]) newest.set(versionKey(kind, code), Math.max(version, newest.get(versionKey(kind, code)) ?? 0));
  }
  return newest;
}

/**
 * What of a pack can join a bank, and what was left out.
 * @param versions the newest versions of that bank, by `versionKey`
 * @throws Refusal `unreadable` where the file is no goal pack, one of a newer build, or nothing in it can be used
 */
export function packFromText(text: string, versions: ReadonlyMap<string, number> = new Map()): { readonly bank: Bank; readonly notes: readonly FileNote[] } {
  const value = parseJson(text);
  if (!isPack(value)) throw new Refusal('unreadable', goalWords.pack.none);
  if (typeof value.formatVersion === 'number' && value.formatVersion > FORMAT.formatVersion) throw new Refusal('unreadable', goalWords.newer);
  const pack = Pack.safeParse(value);
  if (!pack.success) throw new Refusal('unreadable', goalWords.pack.notRead(goalWords.pack.itsStart));
  const notes: FileNote[] = [];
  const take = <K extends Kind>(kind: K): z.output<(typeof shapes)[K]>[] => usable(pack.data.bank[kind], kind, versions, notes);
  const bank: Bank = { skillSets: take('skillSets'), goals: take('goals'), symbols: take('symbols'), cards: take('cards') };
  if (notes.length > 0 && kinds.every((kind) => bank[kind].length === 0)) throw new Refusal('unreadable', goalWords.pack.notRead(goalWords.pack.nothing));
  return { bank: joinBanks(bank, bank), notes };
}

/** @param notes are added to */
function usable<K extends Kind>(items: readonly unknown[], kind: K, versions: ReadonlyMap<string, number>, notes: FileNote[]): z.output<(typeof shapes)[K]>[] {
  if (items.length > MOST) throw new Refusal('unreadable', goalWords.pack.notRead(goalWords.pack.tooMany(MOST)));
  const leave = (line: number, code: string, what: string): [] => {
    notes.push({ line, message: goalWords.pack.leftOut(goalWords.pack.kind[kind], code, what) });
    return [];
  };
  const latest = new Map(versions);
  return items
    .map((item, index) => ({ line: index + 1, code: codeOf(item), read: shapes[kind].safeParse(item) }))
    .sort((a, b) => (a.read.data?.version ?? 0) - (b.read.data?.version ?? 0))
    .flatMap(({ line, code, read }) => {
      if (!read.success) return leave(line, code, read.error.issues[0]?.message ?? '');
      const key = versionKey(kind, code);
      const known = latest.get(key) ?? 0;
      if (read.data.version > known + FURTHEST_AHEAD) return leave(line, code, goalWords.pack.ahead);
      latest.set(key, Math.max(known, read.data.version));
      return [read.data as z.output<(typeof shapes)[K]>];
    });
}

const isPack = (value: unknown): value is { format: string; formatVersion: unknown } =>
  typeof value === 'object' && value !== null && 'format' in value && value.format === FORMAT.format && 'formatVersion' in value;

const codeOf = (item: unknown): string =>
  typeof item === 'object' && item !== null && 'code' in item && typeof item.code === 'string' ? item.code.slice(0, 40) : goalWords.pack.noCode;

/** Where a pupil's name or code stands in the words of a bank: the teacher looks at these before the pack leaves the school. */
export function personalWords(bank: Bank, names: readonly string[]): { readonly name: string; readonly goal: string }[] {
  const patterns = names
    .filter((name) => name.trim() !== '')
    .map((name) => ({ name, pattern: new RegExp(`(?<![\\p{L}\\p{N}])${name.trim().replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'u') }));
  return goalsInUse(bank).flatMap((goal) => {
    const words = [goal.pupilText, goal.sayIt, goal.lookFor, goal.model, goal.adapt, ...goal.refs.map(({ text }) => text)].join('\n');
    return patterns.filter(({ pattern }) => pattern.test(words)).map(({ name }) => ({ name, goal: goal.code }));
  });
}
