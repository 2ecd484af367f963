import { namesInLine, whoseName } from '../../../../core/class/classList.ts';
import { labelsIn, mayBeName, readsLikeName } from '../../../../core/class/nameWords.ts';
import { bounds, contains, intersection, overlaps, type Rect } from '../../../../core/kernel/rect.ts';
import { flatten } from '../clean/flatten.ts';
import { grown, hasInk, inkMask, strayInk, writtenPart, type InkMask } from './namesInk.ts';
import { isText, lonePieces, rowsOf } from './namesRows.ts';
import { FOOT, HEAD, isAtEdge, readAll, readEdges } from './namesReading.ts';
import type { ReadLine } from './ocrLines.ts';
import type { OcrModels } from './ocrModels.ts';
import { turnedToRead } from './ocrTurn.ts';
import type { RgbPixels } from '../decode/pixels.ts';

/** A place where a name may be, in px of the page turned upright. */
export interface FoundName {
  readonly box: Rect;
  readonly reason: 'label' | 'class-list' | 'lone-line';
  readonly sureness: 'sure' | 'likely' | 'maybe';
  /** Place in the class list of the name that it looks like. */
  readonly name: number | null;
}

export interface NamesOnPage {
  /** Clockwise turn after which the page can be read, and its size then. */
  readonly turn: 0 | 90 | 180 | 270;
  /** False where nothing tells which way is up, and a person has to be asked. */
  readonly told: boolean;
  readonly width: number;
  readonly height: number;
  readonly found: readonly FoundName[];
  /** What is said where no name was found: something might be one, its place is empty, or all that is written says something else. */
  readonly look: 'nothing-found' | 'nothing-written' | 'none-seen' | null;
}

/** Between the faintest pencil and clean paper: noise must not look like ink, and pencil must. */
export const WHITENING = 0.35;
/** What stands beside a line is at least so high, in heights of the line. */
const LEAST_BESIDE = 0.2;
/** What is narrower than this, in its heights, may be part of a word. */
const SHORT_WORD = 2;
/** A stroke narrower than this, in its heights, that reaches out of what is written beside a label belongs to it. */
const TAIL = 1.5;
/** px that soft edges of ink reach beyond what counts as ink. */
const RIM = 5;
/** So many letters beyond the last one that was seen a name may go on, too faint to be ink. */
const BEYOND = 2;
/** And so many above and below. */
const ABOVE = 0.5;

/** Finds names on a straightened page of about 1,600 px; `names` is the class list, or empty. Nothing of what was read is kept. */
export async function namesOnPage(models: OcrModels, straight: RgbPixels, names: readonly string[]): Promise<NamesOnPage> {
  const { page, lines: seen, turn, told } = await turnedToRead(models, flatten(straight, WHITENING));
  const ink = inkMask(page);
  const margin = { x: 0, y: 0, width: page.width, height: page.height * HEAD };
  const stray = [margin, { ...margin, y: page.height * (1 - FOOT), height: page.height * FOOT }].flatMap((part) => strayInk(ink, part, seen));
  const lines = [...seen.map((line) => wholeWord(line, page, ink)), ...stray];
  const rows = rowsOf(lines);
  const read = names.length > 0 ? await readAll(models, page, lines) : await readEdges(models, page, ink, rows);
  const labelled = read.flatMap((line) => besideLabels(line, read, lines, page, ink));
  const { apart, others } = lonePieces(rows, page, {
    labelled: (piece) => labelled.some((field) => belongsTo(piece, field)),
    free: (piece) => isFree(piece, ink),
    mayBeName: (piece) => saysNothingElse(piece, read),
  });
  // Others are asked for: what can hardly be read, and what stands in forms, tables and sums, is a name as rarely as any other line.
  const guesses = isText(rows) ? apart.filter((piece) => isReadAsName(piece, read)) : [];
  const places = [
    ...labelled.filter(({ kind, box }) => kind === 'name' && hasInk(ink, box)).map(({ box }) => ({ box, reason: 'label' as const, sureness: 'sure' as const })),
    ...guesses.map((piece) => ({ box: grownLine(piece, ink), reason: 'lone-line' as const, sureness: 'maybe' as const })),
  ];
  const held = [...labelled, ...places].map(({ box }) => box);
  const listed = read.flatMap((line) => fromList(line, names, ink)).filter(({ box }) => !held.some((place) => contains(place, box, 12)));
  const found = [...places.map((place) => ({ ...place, name: whoIn(place.box, read, names) })), ...listed];
  const unwritten = labelled.some(({ kind }) => kind === 'name');
  return {
    turn,
    told,
    width: page.width,
    height: page.height,
    found,
    look: found.length > 0 ? null : unwritten ? 'nothing-written' : others || guesses.length < apart.length ? 'nothing-found' : 'none-seen',
  };
}

/** A short word of which only some letters were seen, with those beside them. */
function wholeWord(line: Rect, page: RgbPixels, ink: InkMask): Rect {
  const { x, y, width, height } = line;
  if (width > height * SHORT_WORD || !isAtEdge(line, page)) return line;
  const reached = { ...line, x: x - height * 0.4, width: width + height * 0.8 };
  return grown(ink, reached, { x: x - height * 2, y: y - height * 0.5, width: width + height * 4, height: height * 2 }, 0);
}

interface Field {
  readonly kind: 'name' | 'other';
  readonly box: Rect;
  /** The label and what is beside it. */
  readonly whole: Rect;
}

/** What is written behind each label of a line: everything up to the next label, or to the page's margin. */
function besideLabels(line: ReadLine, read: readonly ReadLine[], lines: readonly Rect[], page: RgbPixels, ink: InkMask): Field[] {
  if (!isAtEdge(line.box, page)) return [];
  const { box, text, at } = line;
  const letter = Math.min(box.height, at.length > 1 ? (at.at(-1)! - at[0]!) / (at.length - 1) : box.height / 2);
  return labelsIn(text).map(({ kind, from, to }): Field => {
    const start = to < at.length ? Math.min(at[to]! - letter * 0.6, at[to - 1]! + letter) : Math.min(box.x + box.width, at[to - 1]! + letter * 0.9);
    const ends = labelStarts(read, box).filter((x) => x > at[from]! + 2);
    const right = Math.min(page.width - RIM, ...ends.map((x) => x - letter * 0.4));
    const high = Math.min(box.height, letter * 3.4);
    const middle = box.y + box.height / 2;
    const field = { x: start, y: middle - high * 0.75, width: Math.max(1, right - start), height: high * 1.4 };
    const beside = lines.flatMap((other) => {
      const shared = intersection(other, field);
      return shared !== null && shared.height > 0.4 * Math.min(other.height, high) && other.height < high * 2.6
        ? [intersection(other, { ...field, y: 0, height: page.height })!]
        : [];
    });
    const held = bounds([field, ...beside])!;
    const limit = { x: start - letter * 0.3, y: held.y - high * 0.9, width: right - start + letter * 0.6, height: held.height + high * 1.6 };
    const whole = { x: at[from]! - letter, y: held.y, width: right - at[from]! + letter, height: held.height };
    return { kind, box: kind === 'name' ? writtenPart(ink, grown(ink, held, limit, RIM), { beyond: letter * BEYOND, above: letter * ABOVE }) : held, whole };
  });
}

/** Where labels begin in the same row. */
function labelStarts(read: readonly ReadLine[], row: Rect): number[] {
  return read
    .filter(({ box }) => Math.abs(box.y + box.height / 2 - row.y - row.height / 2) < Math.max(box.height, row.height) * 0.7)
    .flatMap(({ text, at }) => labelsIn(text).map(({ from }) => at[from]!));
}

function belongsTo(piece: Rect, { whole, box }: Field): boolean {
  return mostlyIn(piece, whole) || mostlyIn(piece, box) || (piece.width < piece.height * TAIL && overlaps(piece, { ...whole, height: whole.height * 1.5 }));
}

/** Nothing is written beside the piece. */
function isFree({ x, y, width, height }: Rect, ink: InkMask): boolean {
  const beside = { y: y + height * 0.2, width: height * 2, height: height * 0.6 };
  return ![x - height * 2.1, x + width + height * 0.1].some((left) => hasInk(ink, { ...beside, x: left }, height * LEAST_BESIDE));
}

/** What the piece says, as far as it could be read, may be a name. */
function saysNothingElse(piece: Rect, read: readonly ReadLine[]): boolean {
  const { text, sure } = saidIn(piece, read);
  return mayBeName(text, sure) && labelsIn(text).length === 0;
}

function isReadAsName(piece: Rect, read: readonly ReadLine[]): boolean {
  const { text, sure } = saidIn(piece, read);
  return readsLikeName(text, sure);
}

/** What stands in the piece, as sure as its least sure line. */
function saidIn(piece: Rect, read: readonly ReadLine[]): { text: string; sure: number } {
  const said = read.filter(({ box }) => mostlyIn(box, piece));
  return { text: said.map((line) => line.text).join(' '), sure: said.length === 0 ? 0 : Math.min(...said.map((line) => line.sure)) };
}

function grownLine(piece: Rect, ink: InkMask): Rect {
  const high = piece.height;
  return grown(ink, piece, { x: piece.x - high, y: piece.y - high * 0.7, width: piece.width + 2 * high, height: high * 2.4 }, RIM);
}

/** Names of the class list in a line, each with its own box. */
function fromList({ box, text, at, sure }: ReadLine, names: readonly string[], ink: InkMask): FoundName[] {
  const letter = at.length > 1 ? (at.at(-1)! - at[0]!) / (at.length - 1) : box.height / 2;
  return namesInLine(text, names).map(({ name, from, to, distance }): FoundName => {
    const left = at[from]! - letter * 0.9;
    const word = { x: left, y: box.y + box.height * 0.1, width: at[to - 1]! + letter * 0.9 - left, height: box.height * 0.8 };
    const limit = { x: word.x - letter, y: box.y - box.height * 0.25, width: word.width + 2 * letter, height: box.height * 1.5 };
    return { box: grown(ink, word, limit, RIM), reason: 'class-list', sureness: distance === 0 && sure > 0.8 ? 'likely' : 'maybe', name };
  });
}

/** Whose name stands in the box, where the list tells. */
function whoIn(box: Rect, read: readonly ReadLine[], names: readonly string[]): number | null {
  const letters = read
    .flatMap((line) => [...line.text].flatMap((letter, k) => (inside(box, line.at[k]!, line.box.y + line.box.height / 2) ? [{ letter, x: line.at[k]! }] : [])))
    .sort((a, b) => a.x - b.x);
  return whoseName(letters.map(({ letter }) => letter).join(''), names);
}

const inside = ({ x, y, width, height }: Rect, u: number, v: number): boolean => u >= x && u <= x + width && v >= y && v <= y + height;

function mostlyIn(inner: Rect, outer: Rect): boolean {
  const shared = intersection(inner, outer);
  return shared !== null && shared.width * shared.height > 0.6 * inner.width * inner.height;
}
