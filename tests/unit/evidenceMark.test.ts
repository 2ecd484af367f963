import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cleaning } from '../../core/capture/cleaning.ts';
import type { Paper } from '../../core/capture/shownPaper.ts';
import { editBetween, rangeAfter } from '../../core/capture/textEdit.ts';
import { apply, type Command } from '../../core/chart/commands.ts';
import type { Chart } from '../../core/chart/document.ts';
import { chosenMark, drawnMark, markNow, type EvidenceMark } from '../../core/chart/evidenceMark.ts';
import { lettered, marksLost, marksOn } from '../../core/chart/levelEvidence.ts';
import { newChart } from '../../core/chart/scale.ts';
import { StoredChart } from '../../core/chart/storedChart.ts';
import { evidenceLook } from '../../core/drawing/evidenceLook.ts';
import { contrast } from '../../core/drawing/oklab.ts';
import type { Rect } from '../../core/kernel/rect.ts';
import { viewOf } from '../../main/engines/imaging/clean/cleanPage.ts';

const picture = { width: 1200, height: 1600 };
type Placing = Pick<Cleaning, 'quad' | 'turn' | 'degrees' | 'crop'>;
const plain: Placing = { quad: null, turn: 0, degrees: 0, crop: { x: 0, y: 0, width: 1, height: 1 } };

/** A paper of one page, cut like this. */
function paperCut(placing: Placing, covered: readonly Rect[] = []): Paper {
  const { width, height, corners } = viewOf(picture, placing, null, 0);
  return { paper: 'a', code: '1', text: null, pages: [{ page: 'p', media: 'm', width, height, widthMm: null, heightMm: null, cut: { corners, covered } }] };
}

const retyped = (text: string, edits: NonNullable<Paper['edits']> = []): Paper => ({ paper: 'a', code: '1', text, edits, pages: [] });

let made = 0;
const start = ((): Chart => {
  const chart = newChart('Why do bees matter?', () => `l${made++}`);
  const commands: Command[] = [
    { name: 'set-anchors', level: 'l0', anchors: ['a', 'b'] },
    { name: 'add-qualifier', level: 'l0', qualifier: { id: 'q1', text: 'Gives one reason', kind: 'new' } },
    { name: 'add-qualifier', level: 'l0', qualifier: { id: 'q2', text: 'Uses because', kind: 'new' } },
    { name: 'add-qualifier', level: 'l1', qualifier: { id: 'q3', text: 'Is about bees', kind: 'new' } },
  ];
  return commands.reduce(apply, chart);
})();
const box = { x: 0.25, y: 0.5, width: 0.25, height: 0.05 };
const mark = (id: string): EvidenceMark => drawnMark(id, paperCut(plain), 'p', [box]);
const idsOn = (chart: Chart): string[] => chart.levels.flatMap(({ qualifiers }) => qualifiers.flatMap(({ marks = [] }) => marks.map(({ id }) => id)));

describe('an evidence mark in the chart', () => {
  test('is added, changed, given to another qualifier and removed', () => {
    const added = apply(start, { name: 'add-mark', qualifier: 'q1', mark: mark('m1') });
    expect(added.levels[0]?.qualifiers[0]?.marks).toEqual([mark('m1')]);
    const wider = drawnMark('m1', paperCut(plain), 'p', [{ ...box, width: 0.5 }]);
    expect(apply(added, { name: 'change-mark', qualifier: 'q1', mark: wider }).levels[0]?.qualifiers[0]?.marks).toEqual([wider]);
    const given = apply(added, { name: 'change-mark', qualifier: 'q2', mark: mark('m1') });
    expect(given.levels[0]?.qualifiers.map(({ marks }) => marks?.map(({ id }) => id))).toEqual([undefined, ['m1']]);
    expect(apply(given, { name: 'remove-mark', mark: 'm1' })).toEqual(start);
    expect(StoredChart.parse(JSON.parse(JSON.stringify(given)))).toEqual(given);
  });

  test('is refused where it would be twice, is gone, or lies on a paper that is no example of the level', () => {
    const added = apply(start, { name: 'add-mark', qualifier: 'q1', mark: mark('m1') });
    expect(() => apply(added, { name: 'add-mark', qualifier: 'q2', mark: mark('m1') })).toThrow('there already');
    expect(() => apply(added, { name: 'change-mark', qualifier: 'q1', mark: mark('m2') })).toThrow('no longer there');
    expect(() => apply(added, { name: 'remove-mark', mark: 'm2' })).toThrow('no longer there');
    expect(() => apply(start, { name: 'add-mark', qualifier: 'gone', mark: mark('m1') })).toThrow('qualifier is no longer');
    expect(() => apply(start, { name: 'add-mark', qualifier: 'q3', mark: mark('m1') })).toThrow('on a paper that stands for it');
  });

  test.each<[string, Command]>([
    ['its paper leaves the chart', { name: 'take-off', paper: 'a' }],
    ['its paper stands for the level no more', { name: 'set-anchors', level: 'l0', anchors: ['b'] }],
    ['its paper stands for another level', { name: 'set-anchors', level: 'l1', anchors: ['a'] }],
    ['its qualifier moves to another level', { name: 'move-qualifier', qualifier: 'q1', level: 'l1', index: 0 }],
    ['its qualifier is still here only', { name: 'change-qualifier', qualifier: { id: 'q1', text: 'Gives one reason', kind: 'kept', marks: [mark('m1')] } }],
    ['its qualifier goes', { name: 'remove-qualifier', qualifier: 'q1' }],
  ])('goes where %s, and the others stay', (_, command) => {
    const other = { ...mark('m2'), paper: 'b' };
    const marked = apply(apply(start, { name: 'add-mark', qualifier: 'q1', mark: mark('m1') }), { name: 'add-mark', qualifier: 'q2', mark: other });
    expect(idsOn(apply(marked, command))).toEqual(['m2']);
  });

  test('has the letter and colour of its qualifier’s place, which are read on white and in grey', () => {
    const marked = apply(start, { name: 'add-mark', qualifier: 'q2', mark: mark('m1') });
    const [level] = marked.levels;
    expect(level && lettered(level).map(({ look }) => look.letter)).toEqual(['A', 'B']);
    expect(level && marksOn(level, paperCut(plain))).toMatchObject([{ qualifier: 'q2', look: { letter: 'B' }, shown: { on: 'copy', page: 'p' } }]);
    const swapped = apply(marked, { name: 'move-qualifier', qualifier: 'q2', level: 'l0', index: 0 });
    expect(swapped.levels[0] && marksOn(swapped.levels[0], paperCut(plain))[0]?.look.letter).toBe('A');
    for (let place = 0; place < 8; place += 1) {
      expect(contrast('#1f2430', evidenceLook(place).wash)).toBeGreaterThan(7);
      expect(contrast('#ffffff', evidenceLook(place).edge)).toBeGreaterThan(4.5);
    }
  });
});

describe('a mark on the handwriting', () => {
  test('stays over the same ink however the copy is cut, turned and leaned afterwards', () => {
    const share = fc.double({ min: 0, max: 0.2, noNaN: true });
    const placing = fc.record({
      quad: fc.constantFrom(null, [
        { x: 80, y: 60 },
        { x: 1100, y: 90 },
        { x: 1150, y: 1500 },
        { x: 50, y: 1540 },
      ] as const),
      turn: fc.constantFrom(0 as const, 90 as const, 180 as const, 270 as const),
      crop: fc.tuple(share, share, share, share).map(([x, y, right, bottom]) => ({ x, y, width: 1 - x - right, height: 1 - y - bottom })),
    });
    fc.assert(
      fc.property(placing, placing, fc.double({ min: -15, max: 15, noNaN: true }), (before, after, degrees) => {
        const middle = { x: 0.45, y: 0.45, width: 0.1, height: 0.1 };
        const drawn = drawnMark('m', paperCut({ ...plain, ...before, quad: before.quad && [...before.quad] }), 'p', [middle]);
        const now = paperCut({ ...plain, ...after, degrees, quad: after.quad && [...after.quad] });
        const shown = markNow(drawn, now);
        const back =
          shown?.on === 'copy'
            ? markNow(drawnMark('m', now, 'p', shown.boxes), paperCut({ ...plain, ...before, quad: before.quad && [...before.quad] }))
            : null;
        // There and back it is a box round the box; what it was drawn over lies in it.
        const round = back?.on === 'copy' ? back.boxes[0] : undefined;
        expect(round).toBeDefined();
        expect(round?.x).toBeLessThan(0.4501);
        expect(round?.y).toBeLessThan(0.4501);
        expect((round?.x ?? 0) + (round?.width ?? 0)).toBeGreaterThan(0.5499);
        expect((round?.y ?? 0) + (round?.height ?? 0)).toBeGreaterThan(0.5499);
      }),
      { numRuns: 200 },
    );
  });

  test('is exactly where it was in the picture after a turn and a crop', () => {
    const drawn = drawnMark('m', paperCut(plain), 'p', [box]);
    expect(markNow(drawn, paperCut({ ...plain, turn: 180 }))).toMatchObject({
      boxes: [{ x: expect.closeTo(0.5) as number, y: expect.closeTo(0.45) as number }],
    });
    expect(markNow(drawn, paperCut({ ...plain, crop: { x: 0.25, y: 0.5, width: 0.5, height: 0.5 } }))).toMatchObject({
      boxes: [{ x: expect.closeTo(0) as number, y: expect.closeTo(0) as number, width: expect.closeTo(0.5) as number, height: expect.closeTo(0.1) as number }],
    });
  });

  test('is shown no more once it is cut off, covered, or its page is gone; undone, it is back', () => {
    const drawn = drawnMark('m', paperCut(plain), 'p', [box]);
    expect(markNow(drawn, paperCut({ ...plain, crop: { x: 0, y: 0, width: 1, height: 0.4 } }))).toBeNull();
    expect(markNow(drawn, paperCut(plain, [{ x: 0.2, y: 0.45, width: 0.4, height: 0.2 }]))).toBeNull();
    expect(markNow(drawn, paperCut(plain, [{ x: 0.2, y: 0.45, width: 0.1, height: 0.2 }]))).not.toBeNull();
    expect(markNow(drawn, { ...paperCut(plain), pages: [] })).toBeNull();
    expect(markNow(drawn, { ...paperCut(plain), text: 'Bees are good.' })).toBeNull();
    const marked = apply(start, { name: 'add-mark', qualifier: 'q1', mark: drawn });
    const cut = new Map([['a', paperCut({ ...plain, crop: { x: 0, y: 0, width: 1, height: 0.4 } })]]);
    expect(marked.levels[0] && marksLost(marked.levels[0], cut)).toEqual([drawn]);
    expect(marked.levels[0] && marksLost(marked.levels[0], new Map([['a', paperCut(plain)]]))).toEqual([]);
  });
});

describe('a mark on retyped words', () => {
  test('moves with its words as others are typed before and after them, and goes with them', () => {
    const text = 'Bees are good because they help.';
    const because = { from: 14, to: 21 };
    const drawn = chosenMark('m', retyped(text), because);
    const said = (now: string): string | null => {
      const edit = editBetween(text, now);
      const shown = markNow(drawn, retyped(now, edit === null ? [] : [edit]));
      return shown?.on === 'words' ? now.slice(shown.from, shown.to) : null;
    };
    expect(said(text)).toBe('because');
    expect(said(`I think ${text}`)).toBe('because');
    expect(said('Bees are good because they help flowers.')).toBe('because');
    expect(said('Bees are good becuase they help.')).toBe('becuase');
    expect(said('Bees are good.')).toBeNull();
  });

  test('finds its letters after any edits that leave them alone', () => {
    const words = fc.stringMatching(/^[a-y .]{0,20}$/);
    fc.assert(
      fc.property(
        words,
        words,
        fc.array(fc.record({ side: fc.constantFrom('before' as const, 'after' as const), said: words }), { maxLength: 6 }),
        (before, after, changes) => {
          const around = { before, after };
          const edits = [];
          let now = `${before}ZZZ${after}`;
          for (const { side, said } of changes) {
            around[side] = said;
            const next = `${around.before}ZZZ${around.after}`;
            const edit = editBetween(now, next);
            if (edit !== null) edits.push(edit);
            now = next;
          }
          const range = rangeAfter({ from: before.length, to: before.length + 3 }, edits);
          expect(range && now.slice(range.from, range.to)).toBe('ZZZ');
        },
      ),
    );
  });
});
