import type { BankItem } from '../../../../core/goals/bankItem.ts';
import type { Bank } from '../../../../core/goals/goal.ts';
import { canonicalText, newestByCode } from '../../../../core/kernel/versions.ts';

/** Everything in the bank as it is now. */
export function newestItems(bank: Bank): BankItem[] {
  return [
    ...[...newestByCode(bank.skillSets).values()].map((item) => ({ kind: 'skillSet' as const, item })),
    ...[...newestByCode(bank.symbols).values()].map((item) => ({ kind: 'symbol' as const, item })),
    ...[...newestByCode(bank.goals).values()].map((item) => ({ kind: 'goal' as const, item })),
    ...[...newestByCode(bank.cards).values()].map((item) => ({ kind: 'card' as const, item })),
  ];
}

/** What is new or otherwise in `after`, as it is there. */
export function changedItems(before: Bank, after: Bank): BankItem[] {
  const known = new Map(newestItems(before).map((one) => [keyOf(one), canonicalText(one.item)]));
  return newestItems(after).filter((one) => known.get(keyOf(one)) !== canonicalText(one.item));
}

/** The items as they were in this bank, to be written again; what it did not have retires. */
export function asTheyWere(bank: Bank, items: readonly BankItem[]): BankItem[] {
  const known = new Map(newestItems(bank).map((one) => [keyOf(one), one]));
  return items.map((one) => known.get(keyOf(one)) ?? retired(one));
}

export function retired(one: BankItem): BankItem {
  return { ...one, item: { ...one.item, status: 'retired' } } as BankItem;
}

const keyOf = ({ kind, item }: BankItem): string => `${kind} ${item.code}`;
