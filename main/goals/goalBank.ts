import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { goalsNow } from '../../core/goals/bank.ts';
import type { BankItem } from '../../core/goals/bankItem.ts';
import type { Report } from '../../core/contract/contract.ts';
import { goalsToCsv } from '../../core/goals/csv.ts';
import { fileTaken, type FileTaken } from '../../core/goals/fileNote.ts';
import { Goal, SentenceCard, SkillSet, type Bank } from '../../core/goals/goal.ts';
import { newestVersions, packText, partOfBank, personalWords } from '../../core/goals/pack.ts';
import { symbolFromSvg } from '../../core/goals/symbolFile.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { canonicalText, newestByCode, revised } from '../../core/kernel/versions.ts';
import { goalWords } from '../../core/words/goals.ts';
import { classList } from '../class/classList.ts';
import type { Library } from '../library/library.ts';
import { assetPath } from '../platform/assets.ts';
import { addToBank, isBankEmpty, readBank } from './goalRows.ts';
import { readAtOnce } from './readForeign.ts';

/** The school's goal bank; a library that has none yet is given the starter bank. */
export function goalBank({ db }: Library): Bank {
  if (isBankEmpty(db)) db.transaction(() => addToBank(db, starterBank()))();
  return readBank(db);
}

/** The goal bank that comes with the app. */
export function starterBank(): Bank {
  const list = <T extends z.ZodType>(shape: T, name: string): z.output<T>[] =>
    z.array(shape).parse(JSON.parse(readFileSync(assetPath(`goals/${name}`), 'utf8')));
  const symbols = readdirSync(assetPath('goals/symbols')).filter((file) => file.endsWith('.svg'));
  return {
    skillSets: list(SkillSet, 'skillSets.json'),
    goals: list(Goal, 'starter.json'),
    symbols: symbols.map((file) => symbolFromSvg(readFileSync(assetPath(`goals/symbols/${file}`), 'utf8'), file.slice(0, -'.svg'.length))),
    cards: list(SentenceCard, 'sentenceCards.json'),
  };
}

/** Writes the next version of each; the ones before stay, so that an old page stays explainable. */
export function saveItems(library: Library, items: readonly BankItem[]): Bank {
  const changed = items.reduce(withNext, goalBank(library));
  library.db.transaction(() => addToBank(library.db, changed))();
  return goalBank(library);
}

function withNext(bank: Bank, { kind, item }: BankItem): Bank {
  return {
    ...bank,
    ...(kind === 'goal' && { goals: revised(bank.goals, item) }),
    ...(kind === 'skillSet' && { skillSets: revised(bank.skillSets, item) }),
    ...(kind === 'symbol' && { symbols: revised(bank.symbols, item) }),
    ...(kind === 'card' && { cards: revised(bank.cards, item) }),
  };
}

/** Makes one goal of two; ketes that hold the first keep it. */
export function mergeGoals(library: Library, from: string, into: string): Bank {
  const goals = newestByCode(goalBank(library).goals);
  const [old, stays] = [goals.get(from), goals.get(into)];
  if (old === undefined || stays === undefined) throw new Refusal('not-found', goalWords.bank.gone);
  if (from === into || stays.status === 'retired') throw new Refusal('bad-request', goalWords.bank.notInto);
  return saveItems(library, [{ kind: 'goal', item: { ...old, status: 'retired', replacedBy: into } }]);
}

export const bankAsCsv = (library: Library): Uint8Array => Buffer.from(goalsToCsv(goalsNow(goalBank(library))));

/** Goals from a table: new ones come in, changed ones become the next version, the same ones stay. @throws Refusal `unreadable` */
export async function takeCsv(library: Library, bytes: Uint8Array, report: Report, signal: AbortSignal): Promise<FileTaken> {
  report(0, 0, goalWords.reading);
  const { skillSets } = goalBank(library);
  const { goals, notes } = await readAtOnce({ what: 'table', bytes, skillSets: [...newestByCode(skillSets).values()] }, signal);
  return fileTaken(library.db.transaction(() => addGoals(library, goals))(), notes);
}

/** @returns how many are new or have changed */
function addGoals(library: Library, goals: readonly Goal[]): number {
  const bank = goalBank(library);
  const known = newestByCode(bank.goals);
  const changed = goals.flatMap((goal) => {
    const now = known.get(goal.code);
    if (now !== undefined && canonicalText({ ...goal, version: 0 }) === canonicalText({ ...now, version: 0 })) return [];
    const next = { ...goal, version: (now?.version ?? 0) + 1 };
    known.set(goal.code, next);
    return [next];
  });
  addToBank(library.db, { skillSets: [], goals: changed, symbols: [], cards: [] });
  return changed.length;
}

/**
 * Goals with all that belongs to them, as a file for another school.
 * @param looked a person has read the words that look like a pupil's name
 * @throws Refusal `conflict` where a pupil's name stands in the words of the pack and nobody has looked
 */
export function packOf(library: Library, codes: readonly string[] | null, looked: boolean): Uint8Array {
  const bank = goalBank(library);
  const part = codes === null ? bank : partOfBank(bank, codes);
  const names = classList(library).pupils.flatMap(({ name }) => (name === null ? [] : [name, ...name.split(/\s+/).filter((word) => word.length > 2)]));
  const [found] = personalWords(part, names);
  if (found !== undefined && !looked) throw new Refusal('conflict', goalWords.pack.nameInIt(found.goal));
  return Buffer.from(packText(part));
}

/** @throws Refusal `unreadable` where the file is no goal pack */
export async function takePack(library: Library, bytes: Uint8Array, report: Report, signal: AbortSignal): Promise<FileTaken> {
  report(0, 0, goalWords.reading);
  const { bank, notes } = await readAtOnce({ what: 'pack', bytes, versions: newestVersions(goalBank(library)) }, signal);
  return fileTaken(library.db.transaction(() => addToBank(library.db, bank))(), notes);
}
