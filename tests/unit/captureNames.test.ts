import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namesInLine, whoseName } from '../../core/class/classList.ts';
import { editDistance, folded, labelsIn, mayBeName, readsLikeName } from '../../core/class/nameWords.ts';
import type { Quad } from '../../core/capture/cleaning.ts';
import { samePlaces } from '../../core/capture/samePlace.ts';
import { uniformBoxes } from '../../core/capture/uniformBoxes.ts';
import { contains, type Rect } from '../../core/kernel/rect.ts';

describe('one size for all boxes of a stack', () => {
  const size = fc.record({ width: fc.integer({ min: 40, max: 5000 }), height: fc.integer({ min: 40, max: 5000 }) });
  const boxOn = (page: { width: number; height: number }): fc.Arbitrary<Rect> =>
    fc
      .tuple(
        fc.double({ min: 0, max: 0.97, noNaN: true }),
        fc.double({ min: 0, max: 0.97, noNaN: true }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
      )
      .map(([x, y, w, h]) => ({ x: x * page.width, y: y * page.height, width: Math.min(w, 1 - x) * page.width, height: Math.min(h, 1 - y) * page.height }));
  const turn = fc.constantFrom(0 as const, 90 as const, 180 as const, 270 as const);
  const pageOf = (boxes: { minLength?: number; maxLength: number }) =>
    fc.tuple(size, turn).chain(([one, way]) => fc.array(boxOn(one), boxes).map((all) => ({ size: one, quad: null, turn: way, boxes: all })));
  const A4 = { width: 1664, height: 2352 };
  const onA4 = (...boxes: Rect[]) => ({ size: A4, quad: null, turn: 0 as const, boxes });

  test('each holds what it was made from, lies in its page and begins and ends on whole blocks', () => {
    fc.assert(
      fc.property(fc.array(pageOf({ maxLength: 3 }), { maxLength: 6 }), fc.integer({ min: 2, max: 30 }), (pages, longest) => {
        uniformBoxes(pages, longest).boxes.forEach((grown, index) => {
          const { size: whole, boxes } = pages[index]!;
          expect(grown).toHaveLength(boxes.length);
          grown.forEach((box, k) => {
            expect(contains(box, boxes[k]!, 1e-6)).toBe(true);
            expect(contains({ x: 0, y: 0, ...whole }, box, 0)).toBe(true);
            expect([box.x % 16, box.y % 16]).toEqual([0, 0]);
            for (const [end, most] of [
              [box.x + box.width, whole.width],
              [box.y + box.height, whole.height],
            ] as const)
              expect(end % 16 === 0 || end === most).toBe(true);
          });
        });
      }),
    );
  });

  test('names no longer than the class’s longest get one size, which its letters and the size of the writing alone decide', () => {
    const name = fc.record({ x: fc.integer({ min: 32, max: 600 }), width: fc.integer({ min: 40, max: 300 }), y: fc.integer({ min: 32, max: 300 }) });
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 12 }), (names) => {
        const { boxes, larger } = uniformBoxes(
          names.map((one) => onA4({ ...one, height: 60 })),
          14,
        );
        const [usual] = uniformBoxes([onA4({ x: 100, y: 100, width: 50, height: 60 })], 14).boxes[0]!;
        expect(larger).toBe(0);
        for (const [box] of boxes) expect([box!.width, box!.height]).toEqual([usual!.width, usual!.height]);
      }),
    );
  });

  test('what holds more than a name is told, and makes no other box larger', () => {
    const names = [90, 200, 390, 150].map((width) => onA4({ x: 160, y: 80, width, height: 60 }));
    const slab = onA4({ x: 0, y: 400, width: 1500, height: 700 });
    const [alone, beside] = [uniformBoxes(names, 15), uniformBoxes([...names, slab], 15)];
    expect(beside.boxes.slice(0, 4)).toEqual(alone.boxes);
    expect([alone.larger, beside.larger]).toEqual([0, 1]);
    const area = alone.boxes.flat().reduce((sum, { width, height }) => sum + width * height, 0);
    expect(area / 4 / (A4.width * A4.height)).toBeLessThan(0.02);
  });

  test('a page that lies on its side, or small in its photo, gets the same part of its paper', () => {
    const upright = uniformBoxes([onA4({ x: 160, y: 80, width: 200, height: 60 })], 15).boxes[0]![0]!;
    const lying = { size: { width: A4.height, height: A4.width }, quad: null, turn: 90 as const, boxes: [{ x: 80, y: 160, width: 60, height: 200 }] };
    const turned = uniformBoxes([lying], 15).boxes[0]![0]!;
    expect([turned.height, turned.width]).toEqual([upright.width, upright.height]);
    const corner = (x: number, y: number) => ({ x: 800 + x * A4.width, y: 800 + y * A4.height });
    const far = { size: { width: 4000, height: 4000 }, quad: [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)] as Quad, turn: 0 as const };
    const small = uniformBoxes([{ ...far, boxes: [{ x: 960, y: 880, width: 200, height: 60 }] }], 15).boxes[0]![0]!;
    expect([small.width, small.height]).toEqual([upright.width, upright.height]);
  });

  test('of nothing nothing is made', () => {
    expect(uniformBoxes([], 15)).toEqual({ boxes: [], larger: 0 });
    expect(uniformBoxes([onA4()], 15)).toEqual({ boxes: [[]], larger: 0 });
  });
});

describe('labels in a line', () => {
  const said = (line: string): [string, string][] => labelsIn(line).map(({ kind, from, to }) => [kind, line.slice(from, to)]);
  test.each<[string, [string, string][]]>([
    [
      'Name: Aroha Class: 12',
      [
        ['name', 'Name:'],
        ['other', 'Class:'],
      ],
    ],
    ['Ingoa: Wiremu', [['name', 'Ingoa:']]],
    ['Nane: Sam', [['name', 'Nane:']]],
    [
      'Name Sam   Date 4 May',
      [
        ['name', 'Name'],
        ['other', 'Date'],
      ],
    ],
    ['By: Hemi', [['name', 'By:']]],
    ['My name: Mei', [['name', 'My name:']]],
    ['Student: Mei', [['name', 'Student:']]],
    ['Name of student: Mei', [['name', 'student:']]],
    ['the bee went by the class', []],
    ['Student of the year', []],
    ['I like the name of my dog', []],
  ])('%s', (line, labels) => expect(said(line)).toEqual(labels));
});

describe('whether a short line may be a name', () => {
  test.each(['Aroha Tāmati', 'Sam', 'sam', 'Wiremu and Mei', 'zoe Adams', 'Sam A.'])('%s may be', (line) => expect(mayBeName(line, 0.97)).toBe(true));
  test.each(['Show your thinking.', 'What did you see?', 'Monday 4 May', 'The bees', '3 + 4 = 7', ''])('“%s” is not', (line) =>
    expect(mayBeName(line, 0.97)).toBe(false),
  );
  test('what could hardly be read may be one', () => expect(mayBeName('the qvmh', 0.4)).toBe(true));
  test('two common words are a title, however badly the rest could be read', () => expect(mayBeName('What I fouhd', 0.5)).toBe(false));
});

describe('whether what was read of a short line is offered as a name', () => {
  test.each([
    ['Aroha Tāmati', 0.97],
    ['Sam', 0.74],
    ['Chriotopher Ree', 0.85],
    ['Wiremu and Mei', 0.9],
  ] as const)('%s is', (line, sure) => expect(readsLikeName(line, sure)).toBe(true));
  test.each([
    ['', 0],
    ['xld', 0.4],
    ['m', 0.93],
    ['R20=40336', 0.71],
    ['A=()0,19m', 0.68],
    ['mtx mult:', 0.79],
    ['if (x) return y;', 0.8],
    ['1.date Qod', 0.67],
    ['What I found out', 0.9],
  ] as const)('“%s” is not', (line, sure) => expect(readsLikeName(line, sure)).toBe(false));
});

describe('names of the class list in a text', () => {
  const names = ['Aroha Tāmati', 'Christopher Lee', 'Sam Fox', 'Grace Hill', 'Priya'];
  const hits = (line: string): [string, string][] => namesInLine(line, names).map(({ name, from, to }) => [names[name]!, line.slice(from, to)]);
  test.each<[string, [string, string][]]>([
    ['me and Sam went', [['Sam Fox', 'Sam']]],
    ['it was the same for all', []],
    ['with grace and care', []],
    ['Grace said so', [['Grace Hill', 'Grace']]],
    ['then Chrlstopher fell', [['Christopher Lee', 'Chrlstopher']]],
    [
      'Aroha Tamatl and Priya',
      [
        ['Aroha Tāmati', 'Aroha Tamatl'],
        ['Priya', 'Priya'],
      ],
    ],
    ['saidChristopher to me', [['Christopher Lee', 'saidChristopher']]],
  ])('%s', (line, found) => expect(hits(line)).toEqual(found));

  test('every first name and whole name is found as it is written, wherever it stands', () => {
    const word = fc.constantFrom('plants', 'went', 'up', 'to', 'school');
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 4 }),
        fc.nat({ max: names.length - 1 }),
        fc.boolean(),
        fc.array(word, { maxLength: 4 }),
        (before, name, whole, after) => {
          const written = whole ? names[name]! : names[name]!.split(' ')[0]!;
          expect(hits([...before, written, ...after].join(' '))).toEqual([[names[name], written]]);
        },
      ),
    );
  });

  test('says whose name a line is, and nothing where two are as near', () => {
    expect(whoseName('Chritopher', names)).toBe(1);
    expect(whoseName('the bee', names)).toBe(null);
    expect(whoseName('Sam', ['Sam Fox', 'Sam Lee'])).toBe(null);
  });

  test('letters that differ are counted the same both ways, and marks are no letters', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 12 }),
        fc.string({ maxLength: 12 }),
        (a, b) => editDistance(a, b) === editDistance(b, a) && (editDistance(a, b) === 0) === (a === b),
      ),
    );
    expect(folded('Tāmati-Ō’Neill')).toBe('tamationeill');
  });
});

describe('the same place on the other pages of a stack', () => {
  const size = { width: 1000, height: 1400 };
  const box = { x: 100, y: 40, width: 300, height: 60 };
  const bare = { size, fills: true, kept: [], labelled: [] };

  test('a person’s box is proposed on all pages of its size that have none', () => {
    const twice = { ...bare, size: { width: 2000, height: 1400 } };
    expect(samePlaces([{ ...bare, kept: [box] }, bare, twice, { ...bare, fills: false }])).toEqual([[], [box], [], []]);
  });

  test('a label’s place is proposed where most pages have it there', () => {
    const labelled = { ...bare, labelled: [box] };
    const moved = { ...bare, labelled: [{ ...box, x: 120 }] };
    expect(samePlaces([labelled, moved, labelled, bare])).toEqual([[], [], [], [{ ...box, width: 320 }]]);
    expect(samePlaces([labelled, bare, bare, bare])).toEqual([[], [], [], []]);
  });
});
