import { z } from 'zod';

/** One change of a retyped text: at a letter (UTF-16 units from its start) so many went and so many came. It tells where, never what. */
export const TextEdit = z.object({ at: z.int().min(0), removed: z.int().min(0), added: z.int().min(0) }).readonly();
export type TextEdit = z.infer<typeof TextEdit>;

/** Letters from `from` up to, not with, `to`; UTF-16 units. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** What was changed between two texts, as one edit; null where they are the same. */
export function editBetween(before: string, after: string): TextEdit | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return { at: start, removed: before.length - start - end, added: after.length - start - end };
}

/** Where a range lies after the edits, in their order; null where nothing of it is left. */
export function rangeAfter(range: TextRange, edits: readonly TextEdit[]): TextRange | null {
  return edits.reduce<TextRange | null>((now, edit) => now && afterEdit(now, edit), range);
}

function afterEdit({ from, to }: TextRange, { at, removed, added }: TextEdit): TextRange | null {
  const end = at + removed;
  const grown = added - removed;
  if (at >= to) return { from, to };
  if (end <= from) return { from: from + grown, to: to + grown };
  if (at >= from && end <= to) return notEmpty({ from, to: to + grown });
  if (at < from) return notEmpty({ from: at + added, to: to + grown });
  return notEmpty({ from, to: at });
}

const notEmpty = (range: TextRange): TextRange | null => (range.to > range.from ? range : null);
