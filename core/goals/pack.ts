import { z } from 'zod';
import { Refusal } from '../kernel/refusal.ts';
import { canonicalText, joinVersions } from '../kernel/versions.ts';
import { goalWords } from '../words/goals.ts';
import { goalsInUse } from './bank.ts';
import { Bank } from './goal.ts';

/** A bank, or part of one, as a file to hand to another school: goals and pictures, nothing about any pupil. */
const Pack = z.strictObject({ format: z.literal('stepwall-goals'), formatVersion: z.literal(1), bank: Bank });

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
  const wanted = new Set<string>();
  const take = (code: string): void => {
    if (wanted.has(code)) return;
    wanted.add(code);
    for (const goal of bank.goals.filter((version) => version.code === code))
      [...goal.prerequisites, ...(goal.replacedBy === null ? [] : [goal.replacedBy])].forEach(take);
  };
  codes.forEach(take);
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
  return `${JSON.stringify(JSON.parse(canonicalText({ format: 'stepwall-goals', formatVersion: 1, bank: joinBanks(bank, bank) })), null, 1)}\n`;
}

/** @throws Refusal where the file is no goal pack, or holds anything that does not belong in one */
export function packFromText(text: string): Bank {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal('unreadable', goalWords.pack.none);
  }
  const pack = Pack.safeParse(value);
  if (pack.success) return joinBanks(pack.data.bank, pack.data.bank);
  const [issue] = pack.error.issues;
  throw new Refusal('unreadable', goalWords.pack.notRead(issue?.path.join(' › ') || goalWords.pack.itsStart, issue?.message ?? goalWords.pack.unknown));
}

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
