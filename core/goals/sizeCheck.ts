import type { Goal } from './goal.ts';
import { goalWords } from '../words/goals.ts';

/** "Is this small enough?" A goal is one thing, said in a breath, that can be seen on today's page. */

export interface SizeNote {
  readonly kind: 'two-things' | 'long' | 'every-time' | 'vague' | 'away-from' | 'hard-words' | 'say-it' | 'whose';
  readonly message: string;
}

/** More words than this don't fit into one breath of a seven-year-old, nor beside a symbol on a label. */
const MOST_WORDS = 13;
const MOST_SAID = 5;

const VAGUE = /\b(better|good|nice|neat(?:ly)?|interesting|improve|quality|proper(?:ly)?|correct(?:ly)?|careful(?:ly)?|amazing|great)\b/i;
const EVERY = /\b(always|all the time|every time|never|everything|all my (?:writing|work|words|spelling)|perfect(?:ly)?)\b/i;
const AWAY = /\b(don['’]?t|do not|stop (?:doing|writing|making)|no more|bad|wrong|mess(?:y|ily)?|mistakes?|sloppy|lazy|fail|forget)\b/i;
/** Joins two doings; "and" between two things of one doing ("see, hear and feel") is no second goal. */
const SECOND_DOING = /(?:,|;|\band\b|\bthen\b|\bas well as\b|\balso\b)\s+(?:then\s+|also\s+)?(?:I|my)\b/i;

/** Up to this year a goal is read by those who have just learned to. */
const YOUNG_READERS = 3;

type Wording = Pick<Goal, 'pupilText' | 'sayIt' | 'yearFrom'>;

/** What might make a goal too big or too hard to say, most important first; nothing where it is small enough. */
export function sizeNotes(goal: Wording): SizeNote[] {
  const words = wordsOf(goal.pupilText);
  const hard = goal.yearFrom > YOUNG_READERS ? [] : words.filter((word) => beats(word) > 3);
  const notes: (SizeNote | false)[] = [
    splitInTwo(goal.pupilText).length > 1 && { kind: 'two-things', message: goalWords.size.twoThings },
    EVERY.test(goal.pupilText) && { kind: 'every-time', message: goalWords.size.everyTime },
    VAGUE.test(goal.pupilText) && { kind: 'vague', message: goalWords.size.vague },
    AWAY.test(goal.pupilText) && { kind: 'away-from', message: goalWords.size.awayFrom },
    words.length > MOST_WORDS && { kind: 'long', message: goalWords.size.long(words.length, MOST_WORDS) },
    hard.length > 0 && { kind: 'hard-words', message: goalWords.size.hardWords(hard.map(goalWords.quoted).join(', ')) },
    !/\b(I|my)\b/i.test(goal.pupilText) && { kind: 'whose', message: goalWords.size.whose },
    (goal.sayIt.trim() === '' || wordsOf(goal.sayIt).length > MOST_SAID) && {
      kind: 'say-it',
      message: goalWords.size.sayIt(MOST_SAID),
    },
  ];
  return notes.filter((note) => note !== false);
}

export const smallEnough = (goal: Wording): boolean => sizeNotes(goal).length === 0;

/** Smaller goals to begin from: the halves of a double goal, then the same goal for less of the page or with a helper beside it. */
export function splitHints(pupilText: string): string[] {
  const halves = splitInTwo(pupilText);
  const small = (halves[0] ?? pupilText)
    .replace(EVERY, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/[.!?\s]+$/, '')
    .trim();
  return [...(halves.length > 1 ? halves : []), ...goalWords.smaller.map((where) => `${small} ${where}.`)];
}

function splitInTwo(text: string): string[] {
  const at = SECOND_DOING.exec(text);
  if (!at) return [text];
  const [first, second] = [text.slice(0, at.index), text.slice(at.index).replace(/^(?:[,;]|and|then|also|as well as|\s)+/i, '')];
  const isTwo = /\b(I|my)\b/i.test(first) && wordsOf(first).length > 1 && wordsOf(second).length > 1;
  return !isTwo ? [text] : [`${first.trim()}.`, `${second[0]?.toUpperCase()}${second.slice(1)}`];
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}'’-]+/gu) ?? [];

/** About how many beats a word is spoken in: its groups of vowels, a silent e at the end not counted. */
const beats = (word: string): number =>
  word
    .toLowerCase()
    .replace(/(?<=[^aeiouyāēīōū])(?:e|es|ed)$/, '')
    .match(/[aeiouyāēīōū]+/g)?.length ?? 1;
