import type { ReadWord, ReadWriting } from '../../../../core/capture/readWords.ts';
import { editDistance, labelsIn } from '../../../../core/class/nameWords.ts';
import type { RgbPixels } from '../decode/pixels.ts';
import { readAll } from './namesReading.ts';
import { rowsOf } from './namesRows.ts';
import { findLines, type ReadLine } from './ocrLines.ts';
import type { OcrModels } from './ocrModels.ts';

/** A word is unsure where the reader thinks less than this of one of its letters. */
const SURE_LETTER = 0.8;
/** Letters and digits in one word are more often letters that look like digits. */
const MIXED = /(?=.*\p{L})(?=.*\p{N})/u;
/** Of letters that are so sure on the whole, more are right than wrong. */
const READABLE = 0.75;
/** Labels and the printed question stand in this part of a page, from its top. */
const HEAD = 0.5;
/** Of a question's letters, so many may be read wrongly. */
const OTHERWISE = 0.35;

/** What is written on an upright copy, from top to bottom, without its printed labels and question; no spelling is ever mended. */
export async function readWriting(models: OcrModels, copy: RgbPixels, question: string): Promise<ReadWriting> {
  const rows: { readonly y: number; readonly words: readonly LetterWord[] }[] = [];
  for (const { box, pieces } of rowsOf(await findLines(models, copy))) {
    const lines = pieces.flatMap((piece) => piece.lines);
    const words = (await readAll(models, copy, lines)).flatMap(wordsOf);
    if (words.length > 0) rows.push({ y: box.y + box.height / 2, words });
  }
  const head = rows.filter(({ y }) => y < copy.height * HEAD).map(({ words }) => textOf(words));
  const written = rows.slice(printedRows(head, question)).map(({ words }) => words);
  const letters = written.flat().flatMap(({ sure }) => sure);
  const mean = letters.reduce((sum, one) => sum + one, 0) / Math.max(1, letters.length);
  return { lines: written.map((words) => words.map(asWord)), readable: mean >= READABLE };
}

interface LetterWord {
  readonly text: string;
  /** For each of its letters, 0 to 1. */
  readonly sure: readonly number[];
}

function wordsOf({ text, letters }: ReadLine): LetterWord[] {
  const words: { text: string; sure: number[] }[] = [{ text: '', sure: [] }];
  for (const [at, letter] of [...text].entries()) {
    const last = words.at(-1)!;
    if (letter !== ' ') {
      last.text += letter;
      last.sure.push(letters[at] ?? 0);
    } else if (last.text !== '') words.push({ text: '', sure: [] });
  }
  return words.filter((word) => word.text !== '');
}

const textOf = (words: readonly LetterWord[]): string => words.map(({ text }) => text).join(' ');
const asWord = ({ text, sure }: LetterWord): ReadWord => ({ text, unsure: Math.min(...sure) < SURE_LETTER || MIXED.test(text) });

/** How many rows at the head of a page are printed on it: up to the question, which may take several, or to the last label. */
function printedRows(rows: readonly string[], question: string): number {
  const asked = lettersOf(question);
  if (asked !== '')
    for (const end of rows.keys())
      for (let from = end; from >= 0; from--) {
        const read = lettersOf(rows.slice(from, end + 1).join(''));
        if (read.length > asked.length * (1 + OTHERWISE)) break;
        if (editDistance(read, asked) <= asked.length * OTHERWISE) return end + 1;
      }
  return rows.findLastIndex((row) => labelsIn(row).length > 0) + 1;
}

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
