import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namesInLine, whoseName } from '../../core/class/classList.ts';
import { editDistance, folded, labelsIn, mayBeName } from '../../core/class/nameWords.ts';
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
  const page = size.chain((one) => fc.array(boxOn(one), { maxLength: 3 }).map((boxes) => ({ size: one, boxes })));
  const inBlocks = ({ x, y, width, height }: Rect): string => `${Math.ceil((x + width) / 16) - x / 16} x ${Math.ceil((y + height) / 16) - y / 16}`;

  test('each holds what it was made from, lies in its page and begins and ends on whole blocks', () => {
    fc.assert(
      fc.property(fc.array(page, { maxLength: 6 }), (pages) => {
        uniformBoxes(pages).forEach((grown, index) => {
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

  test('on pages of one size all are as large, and the size is that of the largest', () => {
    const stack = size.chain((one) =>
      fc.array(fc.array(boxOn(one), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 6 }).map((all) => all.map((boxes) => ({ size: one, boxes }))),
    );
    fc.assert(
      fc.property(stack, (pages) => {
        expect(new Set(uniformBoxes(pages).flat().map(inBlocks)).size).toBe(1);
      }),
    );
  });

  test('how long the other names are is all that its size depends on', () => {
    const at = (width: number): { size: { width: number; height: number }; boxes: Rect[] } => ({
      size: { width: 1600, height: 2400 },
      boxes: [{ x: 160, y: 80, width, height: 60 }],
    });
    const [short, long] = uniformBoxes([at(90), at(400)]);
    expect([short![0]!.width, short![0]!.height]).toEqual([long![0]!.width, long![0]!.height]);
    expect(uniformBoxes([])).toEqual([]);
    expect(uniformBoxes([{ size: { width: 100, height: 100 }, boxes: [] }])).toEqual([[]]);
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
