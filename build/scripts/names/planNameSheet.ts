import type { Hand } from '../sample/hands.ts';
import { seeded, type Random } from '../sample/random.ts';

/** How a name stands on a sheet; on the last kind there is none. */
export const KINDS = ['label', 'no label', 'upside down', 'two names', 'cursive', 'no name'] as const;
export type Kind = (typeof KINDS)[number];

/** What is written where, in mm from the sheet's top left corner. `at` is the left end of the base line. */
export interface Written {
  readonly text: string;
  readonly at: { readonly x: number; readonly y: number };
}

export interface NameSheet {
  readonly kind: Kind;
  readonly width: number;
  readonly height: number;
  /** Printed, in an em of so many mm. */
  readonly printed: readonly (Written & { readonly size: number; readonly bold: boolean })[];
  /** Printed lines to write names on. */
  readonly lines: readonly { readonly x: number; readonly y: number; readonly width: number }[];
  readonly names: readonly Written[];
  /** Written after other labels, such as a date. */
  readonly besides: readonly Written[];
  readonly hand: Hand;
  readonly nameXHeight: number;
  readonly colour: string;
  readonly text: string;
  readonly textTop: number;
  readonly ruled: boolean;
  /** Clockwise. */
  readonly skewDegrees: number;
  readonly upsideDown: boolean;
  /** Standard deviation, in levels of 255. */
  readonly noise: number;
}

/** A class made up for these sheets. */
export const CLASS_LIST = [
  'Aroha Tāmati',
  'Christopher Lee',
  'Mei Chen',
  'Wiremu Parata',
  'Sam Fox',
  'Eleanor Whitby',
  'Zoe Adams',
  'Mohammed Aziz',
  'Talia Faleolo',
  'Jack Thorne',
  'Priya Nair',
  'Hemi Walker',
  'Olivia Brown',
  'Ngaire Hohepa',
  'Lucas Meyer',
  'Isla Grant',
  'Daniel Okafor',
  'Sione Tupou',
  'Freya Lund',
  'Benjamin Hart',
] as const;

const PLAIN: readonly Hand['font'][] = ['caveat', 'gloria', 'gochi', 'indie', 'kalam', 'nanum', 'patrick', 'reenie', 'schoolbell', 'shadows'];
const CURSIVE: readonly Hand['font'][] = ['cedarville', 'dancing', 'homemade'];
const COLOURS = ['#3e3e44', '#5a5a60', '#1c348a', '#20242c', '#707076'];
const NAME_LABELS = ['Name:', 'Name', 'Ingoa:', 'By:', 'Name:', 'My name:'];
const OTHER_LABELS = ['Class:', 'Date:', 'Room', 'Class'];
const QUESTIONS = [
  'How does the bee find the flower?',
  'What did you see today?',
  'Explain how you know.',
  'Show your thinking.',
  'Why did plant B grow taller?',
];
const WORDS = (
  'the bee went to a big yellow flower because it was hungry and my dog likes water so we looked at every little thing that grows near our school ' +
  'first I put the seed in soil then gave it light after three days there came up something green which was not what we thought would happen but ' +
  'plants need air too and when you forget them they dry out quickly today we measured how high it got about seven millimetres next week'
).split(' ');

/** One sheet in six of each kind. */
export function planNameSheet(seed: number): NameSheet {
  const random = seeded(seed * 7919 + 101);
  const kind = KINDS[seed % KINDS.length]!;
  const [width, height] = oneOf(random, [
    [210, 297],
    [210, 148.5],
    [148, 210],
  ] as const);
  const cursive = kind === 'cursive';
  const hand: Hand = {
    font: oneOf(random, cursive ? CURSIVE : PLAIN),
    xHeight: random.between(2.2, 3.8),
    ink: 'pencil',
    press: random.between(0.02, 0.14),
    unsteady: cursive ? random.between(0.1, 0.4) : random.between(0.2, 0.9),
    gap: random.between(1.1, 1.6),
  };
  const labelled =
    kind === 'label' || kind === 'two names'
      ? random.next() < (kind === 'label' ? 1 : 0.7)
      : kind !== 'no name' && random.next() < (kind === 'no label' ? 0 : 0.6);
  const head = labelled
    ? labelledHead(random, width, kind === 'two names')
    : kind === 'no name'
      ? titled(random)
      : loneHead(random, width, height, hand.xHeight, kind === 'two names');
  const asks = labelled || random.next() < 0.6;
  const questionAt = head.bottom + 12;
  const question = asks ? [{ text: oneOf(random, QUESTIONS), at: { x: 14, y: questionAt }, size: Math.min(6.2, width / 30), bold: true }] : [];
  return {
    kind,
    width,
    height,
    printed: [...head.printed, ...question],
    lines: head.lines,
    names: head.names,
    besides: head.besides,
    hand,
    nameXHeight: Math.min(hand.xHeight, 3.2, ...head.names.map(({ text }) => head.room / text.length / 1.55)),
    colour: oneOf(random, COLOURS),
    text: sentences(random, Math.round(random.between(0.25, 0.8) * ((width - 30) / (hand.xHeight * 8.2)) * ((height - questionAt - 30) / 10))),
    textTop: questionAt + (asks ? 14 : 6),
    ruled: random.next() < 0.6,
    skewDegrees: random.between(-2, 2),
    upsideDown: kind === 'upside down',
    noise: random.between(0, 5),
  };
}

interface Head {
  readonly printed: NameSheet['printed'];
  readonly lines: NameSheet['lines'];
  readonly names: readonly Written[];
  readonly besides: readonly Written[];
  /** For a name, mm. */
  readonly room: number;
  /** How far down it reaches. */
  readonly bottom: number;
}

/** What stands at the top of some pages and is no name. */
const TITLES = ['My plant diary', 'The bees', 'Monday 4 May', 'What I found out'];

const nothing: Head = { printed: [], lines: [], names: [], besides: [], room: 90, bottom: 8 };

function titled(random: Random): Head {
  if (random.next() < 0.75) return nothing;
  return { ...nothing, besides: [{ text: oneOf(random, TITLES), at: { x: random.between(15, 60), y: 15 } }], bottom: 17 };
}

function labelledHead(random: Random, width: number, two: boolean): Head {
  const label = oneOf(random, NAME_LABELS);
  const y = random.between(13, 18);
  const size = random.between(4, 5.2);
  const start = 14 + label.length * size * 0.56 + 4;
  const other = width > 180 && random.next() < 0.7 ? oneOf(random, OTHER_LABELS) : null;
  const end = other === null ? width - 20 : width * 0.62;
  const names = two ? [...new Set([oneName(random), oneName(random)])] : [oneName(random)];
  const below = two && random.next() < 0.4;
  const together = two && !below ? [names.join(' and ')] : names;
  return {
    printed: [
      { text: label, at: { x: 14, y }, size, bold: random.next() < 0.3 },
      ...(other === null ? [] : [{ text: other, at: { x: end + 3, y }, size, bold: false }]),
    ],
    lines: random.next() < 0.7 ? [{ x: start - 2, y: y + 0.8, width: end - start }] : [],
    names: together.map((text, line) => ({ text, at: { x: start + random.between(0, 6), y: y - 0.3 + line * 10 } })),
    besides: other === null ? [] : [{ text: other.startsWith('Date') ? '4 May' : '12', at: { x: end + 3 + other.length * size * 0.56 + 3, y } }],
    room: end - start - 4,
    bottom: y + (below ? 10 : 0),
  };
}

/** A name without a label: at the top left, top right or at the foot of the page. */
function loneHead(random: Random, width: number, height: number, xHeight: number, two: boolean): Head {
  const place = oneOf(random, ['left', 'right', 'right', 'foot'] as const);
  const names = (two ? [...new Set([oneName(random), oneName(random)])] : [oneName(random)]).map((name) => ({ name, long: name.length * xHeight * 1.5 }));
  const y = place === 'foot' ? height - 10 - (names.length - 1) * 10 : random.between(11, 16);
  const left = (long: number): number => (place === 'right' ? Math.max(60, width - 14 - long) : 15);
  const placed = names.map(({ name, long }, line) => ({ text: name, at: { x: left(long) + random.between(0, 3), y: y + line * 10 } }));
  return { ...nothing, names: placed, bottom: place === 'foot' ? 10 : y + (names.length - 1) * 10 + 2 };
}

function oneName(random: Random): string {
  const full = oneOf(random, CLASS_LIST);
  return random.next() < 0.5 ? full : (full.split(' ')[0] ?? full);
}

function sentences(random: Random, words: number): string {
  let starts = true;
  return Array.from({ length: Math.max(6, words) }, (_, k) => {
    const word = oneOf(random, WORDS);
    const ends = random.next() < 0.12 || k === words - 1;
    const said = (starts ? word[0]!.toUpperCase() + word.slice(1) : word) + (ends ? '.' : '');
    starts = ends;
    return said;
  }).join(' ');
}

function oneOf<T>(random: Random, choices: readonly T[]): T {
  return choices[Math.floor(random.next() * choices.length)]!;
}
