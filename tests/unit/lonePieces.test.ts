import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rect } from '../../core/kernel/rect.ts';
import { lonePieces, rowsOf, type Lone } from '../../main/engines/imaging/names/namesRows.ts';

const PAGE = { width: 1131, height: 1600 };
const LINE = 50;

/** A line so far down, from `x` on, in px. */
const line = (y: number, width: number, x = 90): Rect => ({ x, y, width, height: LINE });
/** Lines as wide as the page, with a short one at their end. */
const text = (from: number, rows: number): Rect[] => [
  ...Array.from({ length: rows }, (_, k) => line(from + k * 60, 940 - (k % 3) * 20)),
  line(from + rows * 60, 200),
];

/** What is found where `heading` says that it is none. */
const found = (lines: readonly Rect[], heading: readonly Rect[] = []): Lone =>
  lonePieces(rowsOf(lines), PAGE, {
    labelled: () => false,
    free: () => true,
    mayBeName: (piece) => !heading.some(({ x, y }) => x === piece.x && y === piece.y),
  });

describe('pieces that lie alone', () => {
  test('a short line above the text, wherever it begins, is found; the short end of the text is not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 40, max: 700 }), fc.integer({ min: 80, max: 300 }), fc.integer({ min: 2, max: 14 }), (x, width, rows) => {
        const name = line(60, width, x);
        expect(found([name, ...text(170, rows)]).apart).toEqual([name]);
      }),
    );
  });

  test('under a printed heading as well, and under a heading and a question', () => {
    const [heading, name, question] = [line(40, 300), line(110, 220, 700), line(190, 640)];
    expect(found([heading, name, ...text(260, 6)], [heading]).apart).toEqual([name]);
    expect(found([heading, name, question, ...text(300, 6)], [heading]).apart).toEqual([name]);
  });

  test('a short answer under a question is none, but asked for', () => {
    const question = line(60, 640);
    const answer = line(150, 300);
    expect(found([question, answer], [question])).toEqual({ apart: [], others: true });
  });

  test('a signature far below the text is found; one right below it is asked for', () => {
    const signature = line(1400, 260, 700);
    expect(found([...text(60, 6), signature]).apart).toEqual([signature]);
    expect(found([...text(60, 10), line(720, 260)])).toEqual({ apart: [], others: true });
  });

  test('nothing to be said of a page full of long lines, or of none', () => {
    const long = Array.from({ length: 12 }, (_, k) => line(60 + k * 60, 940));
    expect(found(long)).toEqual({ apart: [], others: false });
    expect(found([])).toEqual({ apart: [], others: false });
  });
});
