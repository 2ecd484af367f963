import type { Goal } from '../../../core/goals/goal.ts';

/** A goal never changes, so what can be found in it is made plain once and not at every key. */
const plainTexts = new WeakMap<Goal, { readonly seen: string; readonly whole: string }>();

/**
 * Whether every word stands somewhere in the goal or the name of its skill set, with or without macrons and capitals.
 * @param part what is `seen` of it by pupil and teacher, or the `whole` of it, its code and its teaching notes too
 */
export function goalHasWords(goal: Goal, part: 'seen' | 'whole', skillSet: string, words: string): boolean {
  const [text, set] = [plainTextOf(goal)[part], plain(skillSet)];
  return wordsOf(words).every((word) => text.includes(word) || set.includes(word));
}

export function hasWords(text: string, words: string): boolean {
  const known = plain(text);
  return wordsOf(words).every((word) => known.includes(word));
}

function plainTextOf(goal: Goal): { readonly seen: string; readonly whole: string } {
  const known = plainTexts.get(goal);
  if (known !== undefined) return known;
  const seen = plain([goal.pupilText, goal.sayIt, goal.lookFor].join(' '));
  const texts = { seen, whole: `${seen} ${plain([goal.code, goal.model, goal.adapt].join(' '))}` };
  plainTexts.set(goal, texts);
  return texts;
}

const wordsOf = (words: string): string[] => plain(words).split(/\s+/);

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
