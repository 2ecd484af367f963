import { describe, expect, test } from 'vitest';
import { Cleaning } from '../../core/capture/cleaning.ts';
import { cleanPage } from '../../main/engines/imaging/clean/cleanPage.ts';
import type { RgbPixels } from '../../main/engines/imaging/decode/pixels.ts';
import { proposePage } from '../../main/engines/imaging/page/proposePage.ts';
import { AS_IT_IS } from '../support/asItIs.ts';
import { ON_RULES, ruledPage, type RuledPage } from '../support/ruledPage.ts';

/** All inks, rulings and turns take minutes: they are `npm run test:long`; here are those that fail first. */
const LONG = process.env['STEPWALL_LONG'] === '1';
const short = <const T>(all: readonly T[], few: readonly NoInfer<T>[]): readonly T[] => (LONG ? all : few);

const WHITENED: Cleaning = { ...AS_IT_IS, flatten: 0.5 };

const clean = ({ data, width, height }: RgbPixels, how: Partial<Cleaning>): RgbPixels =>
  cleanPage({ data: data.slice(), width, height }, { ...WHITENED, ...how }, { trueSize: null });

const lightness = ({ data }: RgbPixels, i: number): number => Math.min(data[i * 3]!, data[i * 3 + 1]!, data[i * 3 + 2]!);

/** The share of the marked pixels for which `is` holds. */
function share(marks: Uint8Array, is: (i: number) => boolean): number {
  let all = 0;
  let those = 0;
  marks.forEach((mark, i) => {
    if (mark === 0) return;
    all++;
    if (is(i)) those++;
  });
  expect(all).toBeGreaterThan(2000);
  return those / all;
}

const ELSE =
  'a volcano can sleep for a long time and then it wakes up with a bang and the hot rocks fly out very far while people who live there have to run to the sea as fast as they can';

const inks = {
  'soft pencil': { ink: [96, 96, 102], font: 'kalam', grain: 0.3 },
  'hard pencil': { ink: [140, 140, 146], font: 'patrick', grain: 0.28 },
  'the faintest pencil': { ink: [175, 175, 180], font: 'schoolbell', grain: 0.28 },
  'red pen': { ink: [205, 50, 56], font: 'indie', grain: 0 },
  'green pen': { ink: [60, 150, 96], font: 'gochi', grain: 0 },
  'light blue pen': { ink: [90, 140, 214], font: 'nanum', grain: 0 },
  'orange crayon': { ink: [240, 150, 50], font: 'gloria', grain: 0.2 },
} as const;
type InkName = keyof typeof inks;
const inkNames = Object.keys(inks) as InkName[];

const lightened = ({ picture, strokes, rules }: RuledPage): { kept: number; gone: number; before: number } => {
  const [before, after] = [clean(picture, {}), clean(picture, { lightenRules: true })];
  return {
    kept: share(strokes, (i) => [0, 1, 2].every((c) => after.data[i * 3 + c] === before.data[i * 3 + c])),
    gone: share(rules, (i) => lightness(after, i) >= 240),
    before: share(rules, (i) => lightness(before, i) >= 240),
  };
};

describe('lightening the rules', () => {
  for (const ruling of ['lines', 'squares'] as const) {
    for (const name of short(inkNames, [ruling === 'lines' ? 'the faintest pencil' : 'light blue pen'])) {
      const look = inks[name];
      test(`takes printed ${ruling} off and leaves ${name} as it is`, async () => {
        const { kept, gone, before } = lightened(await ruledPage({ ...look, ruling }));
        expect(before).toBeLessThan(0.1);
        expect(gone).toBeGreaterThan(0.9);
        expect(kept).toBeGreaterThan(0.995);
      });
    }
  }

  test('leaves a page without rules as it is, to the byte', async () => {
    const { picture } = await ruledPage({ ...inks['red pen'], ruling: 'none' });
    expect(Buffer.compare(clean(picture, { lightenRules: true }).data, clean(picture, {}).data)).toBe(0);
  });

  test('does nothing to paper that is left as photographed', async () => {
    const { picture } = await ruledPage(inks['red pen']);
    expect(Buffer.compare(clean(picture, { flatten: null, lightenRules: true, showThrough: true }).data, picture.data)).toBe(0);
  });

  test('leaves a long line that someone drew by themselves', async () => {
    const { picture } = await ruledPage({ ...inks['soft pencil'], ruling: 'lines' });
    const { data, width } = picture;
    for (let x = 30; x < width - 30; x++) for (let y = 770; y < 775; y++) data.set([96, 140, 100], (y * width + x) * 3);
    const after = clean(picture, { lightenRules: true });
    for (let x = 40; x < width - 40; x += 7) expect(lightness(after, 772 * width + x)).toBeLessThan(150);
  });
});

describe('writing of the back', () => {
  for (const name of short(inkNames, ['the faintest pencil'])) {
    const look = inks[name];
    test(`is taken off beside ${name}, and the front stays`, async () => {
      const { picture, strokes, behind } = await ruledPage({ ...look, behind: 0.13 });
      const [before, after] = [clean(picture, {}), clean(picture, { showThrough: true })];
      const inkOf = (page: RgbPixels): number => behind.reduce((sum, mark, i) => sum + (mark === 1 ? 255 - lightness(page, i) : 0), 0);
      expect(inkOf(after) / inkOf(before)).toBeLessThan(0.1);
      expect(share(strokes, (i) => lightness(after, i) <= lightness(before, i))).toBeGreaterThan(0.99);
    });
  }

  test('is told of where it shines through, and not where there is none', async () => {
    for (const look of short([inks['soft pencil'], inks['hard pencil'], inks['red pen']], [inks['hard pencil']])) {
      for (const ruling of short(['lines', 'none'], ['lines'])) {
        expect((await proposePage((await ruledPage({ ...look, ruling })).picture)).showThrough).toBeUndefined();
        expect((await proposePage((await ruledPage({ ...look, ruling, behind: 0.13 })).picture)).showThrough).toBeGreaterThan(0.2);
      }
    }
  });
});

describe('writing of the back, with the back at hand', () => {
  const withBack = (front: RgbPixels, back: RgbPixels, redactions: Cleaning['redactions'] = []): RgbPixels =>
    cleanPage(
      { ...front, data: front.data.slice() },
      { ...WHITENED, showThrough: true },
      { trueSize: null, otherSide: { page: { ...back, data: back.data.slice() }, cleaning: { ...WHITENED, redactions } } },
    );

  const turns = [
    ['the faintest pencil', 'at its short side'],
    ['soft pencil', 'at its long side'],
    ['red pen', 'at its long side'],
  ] as const;
  for (const [name, turnedOver] of short(turns, turns.slice(0, 1))) {
    test(`is divided out under ${name}, however dark, where the sheet was turned over ${turnedOver}`, async () => {
      const shone = await ruledPage({ ...inks[name], behind: 0.25, under: ON_RULES, turnedOver });
      const plain = clean((await ruledPage(inks[name])).picture, {});
      const [before, alone, after] = [clean(shone.picture, {}), clean(shone.picture, { showThrough: true }), withBack(shone.picture, shone.otherSide!)];
      // What is darker than the same page without a back.
      const added = (page: RgbPixels): number =>
        shone.behind.reduce((sum, mark, i) => sum + (mark === 1 ? Math.max(0, lightness(plain, i) - lightness(page, i)) : 0), 0);
      expect(added(alone) / added(before)).toBeGreaterThan(0.5);
      expect(added(after) / added(before)).toBeLessThan(0.08);
      expect(share(shone.strokes, (i) => lightness(after, i) <= lightness(plain, i) + 40)).toBeGreaterThan(0.99);
    });
  }

  if (LONG)
    test('of another sheet it changes nothing: then what shines through is found without it', async () => {
      const { picture } = await ruledPage({ ...inks['soft pencil'], behind: 0.13 });
      const { otherSide } = await ruledPage({ ...inks['soft pencil'], behind: 0.13, backText: ELSE });
      expect(Buffer.compare(withBack(picture, otherSide!).data, clean(picture, { showThrough: true }).data)).toBe(0);
    });

  test('never depends on what lies under a box there', async () => {
    const { picture, otherSide } = await ruledPage({ ...inks['soft pencil'], behind: 0.13 });
    const box = { x: 800, y: 320, width: 480, height: 96 };
    const scribbled = { ...otherSide!, data: otherSide!.data.slice() };
    for (let y = box.y; y < box.y + box.height; y++)
      for (let x = box.x; x < box.x + box.width; x++)
        scribbled.data.fill((x * 7 + y * 13) % 256, (y * scribbled.width + x) * 3, (y * scribbled.width + x + 1) * 3);
    const [one, two] = [withBack(picture, otherSide!, [box]), withBack(picture, scribbled, [box])];
    expect(Buffer.compare(one.data, two.data)).toBe(0);
    expect(Buffer.compare(one.data, withBack(picture, scribbled).data)).not.toBe(0);
  });
});

test('what an older library knows of a page is still understood', () => {
  const { lightenRules, showThrough, ...older } = WHITENED;
  expect([lightenRules, showThrough]).toEqual([false, false]);
  expect(Cleaning.parse(older)).toEqual(WHITENED);
});
