import type { Bank, Goal, SkillSet } from './goal.ts';
import { FIRST_YEAR, LAST_YEAR } from './goal.ts';
import { alikePairs } from './likeness.ts';
import { clashes, newestByCode } from '../kernel/versions.ts';
import { goalWords } from '../words/goals.ts';

/** A cell of the matrix with fewer goals than this is marked. */
export const ENOUGH = 3;

/** Something in the bank to look at, in words for the team. Nothing here stops anyone from using the bank. */
export interface BankNote {
  readonly kind: 'missing' | 'circle' | 'same-symbol' | 'look-alike' | 'no-symbol' | 'family' | 'nesting' | 'two-wordings' | 'say-it';
  /** The codes of the goals, symbols, cards or skill sets it is about. */
  readonly codes: readonly string[];
  readonly message: string;
}

/** One cell of year by skill set. */
export interface Cell {
  readonly year: number;
  readonly skillSet: string;
  readonly count: number;
  /** Fewer than three where the skill set expects goals. */
  readonly thin: boolean;
}

/** The goals as they are now, in teaching order: the newest version of each, retired ones too, since ketes may hold them. */
export function goalsNow(bank: Bank): Goal[] {
  const setOrder = new Map(setsInUse(bank).map((set, index) => [set.code, index]));
  const place = (goal: Goal): number => setOrder.get(goal.skillSet) ?? setOrder.size;
  return [...newestByCode(bank.goals).values()].sort((a, b) => place(a) - place(b) || a.order - b.order);
}

/** The goals a teacher can choose from, drafts among them. */
export const goalsInUse = (bank: Bank): Goal[] => goalsNow(bank).filter(({ status }) => status !== 'retired');

/** The skill sets as they are now, each followed by those nested in it. */
export function setsInUse(bank: Bank): SkillSet[] {
  const sets = [...newestByCode(bank.skillSets).values()].filter(({ status }) => status !== 'retired').sort((a, b) => a.order - b.order);
  const isTop = (set: SkillSet): boolean => set.parent === null || !sets.some(({ code }) => code === set.parent);
  return sets.filter(isTop).flatMap((top) => [top, ...sets.filter((set) => !isTop(set) && set.parent === top.code)]);
}

/** Year by skill set, every year from 0 to 6. A goal counts in each of its years. */
export function coverage(bank: Bank): Cell[] {
  const goals = goalsInUse(bank);
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);
  return setsInUse(bank).flatMap((set) =>
    years.map((year) => {
      const count = goals.filter((goal) => goal.skillSet === set.code && inYear(goal, year)).length;
      return { year, skillSet: set.code, count, thin: count < ENOUGH && inYear(set, year) };
    }),
  );
}

export const inYear = ({ yearFrom, yearTo }: { readonly yearFrom: number; readonly yearTo: number }, year: number): boolean =>
  yearFrom <= year && year <= yearTo;

/** Everything in the bank that the team should look at. */
export function checkBank(bank: Bank): BankNote[] {
  const goals = goalsInUse(bank);
  return [...missing(bank, goals), ...circles(goals), ...filing(bank, goals), ...pictures(bank, goals), ...wording(bank, goals)];
}

function missing(bank: Bank, goals: readonly Goal[]): BankNote[] {
  const [known, sets] = [newestByCode(bank.goals), newestByCode(bank.skillSets)];
  const lost = (codes: readonly string[]): string[] => codes.filter((code) => !known.has(code));
  const note = (code: string, what: string): BankNote => ({ kind: 'missing', codes: [code], message: what });
  return [
    ...goals.flatMap((goal) => [
      ...lost(goal.prerequisites).map((code) => note(goal.code, goalWords.note.baseMissing(goal.pupilText, code))),
      ...(sets.has(goal.skillSet) ? [] : [note(goal.code, goalWords.note.setMissing(goal.pupilText, goal.skillSet))]),
    ]),
    ...[...known.values()].flatMap((goal) =>
      lost(goal.replacedBy === null ? [] : [goal.replacedBy]).map((code) => note(goal.code, goalWords.note.replacementMissing(goal.code, code))),
    ),
    ...[...newestByCode(bank.cards).values()].flatMap((card) =>
      card.ingredients.flatMap(({ text, goals: codes }) => lost(codes).map((code) => note(card.code, goalWords.note.cardLeadsNowhere(card.title, text, code)))),
    ),
  ];
}

/** Every circle of prerequisites, each told once, from its first code on; walked without recursion, since a chain may be as long as the bank. */
function circles(goals: readonly Goal[]): BankNote[] {
  const needs = new Map(goals.map((goal) => [goal.code, goal.prerequisites]));
  const done = new Set<string>();
  const notes: BankNote[] = [];
  const path: { readonly code: string; readonly rest: Iterator<string> }[] = [];
  const places = new Map<string, number>();
  const enter = (code: string): void => {
    places.set(code, path.length);
    path.push({ code, rest: (needs.get(code) ?? []).values() });
  };
  for (const { code } of goals) {
    if (!done.has(code)) enter(code);
    for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
      const need = last.rest.next();
      if (need.done === true) {
        path.pop();
        places.delete(last.code);
        done.add(last.code);
        continue;
      }
      const start = places.get(need.value);
      if (start !== undefined) notes.push(circle(path.slice(start).map((step) => step.code)));
      else if (!done.has(need.value)) enter(need.value);
    }
  }
  return notes;
}

const circle = (codes: readonly string[]): BankNote => ({
  kind: 'circle',
  codes,
  message: goalWords.note.circle([...codes, codes[0]].join(' → ')),
});

function filing(bank: Bank, goals: readonly Goal[]): BankNote[] {
  const sets = newestByCode(bank.skillSets);
  return [
    ...goals
      .filter(({ skillSet, family }) => sets.has(skillSet) && sets.get(skillSet)?.family !== family)
      .map(({ code, pupilText }) => ({ kind: 'family' as const, codes: [code], message: goalWords.note.otherFamily(pupilText) })),
    ...[...sets.values()]
      .filter(({ parent }) => parent !== null && (sets.get(parent)?.parent ?? null) !== null)
      .map(({ code, name }) => ({ kind: 'nesting' as const, codes: [code], message: goalWords.note.nestedDeep(name) })),
  ];
}

function pictures(bank: Bank, goals: readonly Goal[]): BankNote[] {
  const bySymbol = Map.groupBy(goals, ({ symbol }) => symbol);
  const drawn = newestByCode(bank.symbols);
  const used = [...drawn.values()].filter(({ code }) => bySymbol.has(code));
  const shared = [...bySymbol].filter(([symbol, users]) => symbol !== null && users.length > 1);
  return [
    ...shared.map(([symbol, users]) => ({
      kind: 'same-symbol' as const,
      codes: users.map(({ code }) => code),
      message: goalWords.note.sameSymbol(users.map(({ pupilText }) => goalWords.quoted(pupilText)).join(goalWords.and), symbol ?? ''),
    })),
    ...goals
      .filter(({ symbol }) => symbol === null || !drawn.has(symbol))
      .map(({ code, pupilText }) => ({ kind: 'no-symbol' as const, codes: [code], message: goalWords.note.noSymbol(pupilText) })),
    ...alikePairs(used).map(({ codes }) => ({
      kind: 'look-alike' as const,
      codes,
      message: goalWords.note.lookAlike(codes.join(goalWords.and)),
    })),
  ];
}

function wording(bank: Bank, goals: readonly Goal[]): BankNote[] {
  return [
    ...clashes(bank.goals).map((same) => ({
      kind: 'two-wordings' as const,
      codes: [same[0]!.code],
      message: goalWords.note.twoVersions(same[0]!.code, same.map(({ pupilText }) => goalWords.quoted(pupilText)).join(goalWords.or)),
    })),
    ...goals
      .filter(({ sayIt }) => sayIt === '' || sayIt.split(/\s+/).length > 5)
      .map(({ code, pupilText }) => ({ kind: 'say-it' as const, codes: [code], message: goalWords.note.noSayIt(pupilText) })),
  ];
}
