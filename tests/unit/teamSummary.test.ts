import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markBounds } from '../../core/drawing/markBounds.ts';
import { goalsNow } from '../../core/goals/bank.ts';
import { newestByCode } from '../../core/kernel/versions.ts';
import { teamSummary } from '../../core/handouts/teamSummary.ts';
import { SHEET_SIZES } from '../../core/sheets/sheetSize.ts';
import { starterBank } from '../support/starterBank.ts';
import { wallFonts } from '../support/wallFonts.ts';

const goals = goalsNow(starterBank);
const symbols = newestByCode(starterBank.symbols);
const counted = fc
  .uniqueArray(fc.constantFrom(...goals), { maxLength: 14 })
  .chain((chosen) =>
    fc
      .array(fc.integer({ min: 1, max: 30 }), { minLength: chosen.length, maxLength: chosen.length })
      .map((pupils) => chosen.map((goal, index) => ({ goal, symbol: symbols.get(goal.symbol ?? ''), pupils: pupils[index]! }))),
  );

test('the page for the meeting is one page, with everything on it, however many goals there are to tell', () => {
  fc.assert(
    fc.property(fc.constantFrom(SHEET_SIZES.A4, SHEET_SIZES.Letter), counted, counted, counted, (sheetSize, mastered, stuck, unsaid) => {
      const page = teamSummary(wallFonts, sheetSize, {
        from: '2026-03-02',
        until: '2026-03-23',
        sentences: ['We sat beside 26 of 28 writers, 74 times in all.', 'Every writer has a small step to work on.'],
        parts: [
          { title: 'Into the ketes', none: 'Nothing yet.', goals: mastered },
          { title: 'Five tries so far: is there a smaller step?', none: 'None now.', goals: stuck },
          { title: 'Hard to say without the symbol', none: 'None now.', goals: unsaid },
        ],
      });
      expect([page.width, page.height]).toEqual([sheetSize.width, sheetSize.height]);
      for (const mark of page.marks) {
        const box = markBounds(mark)!;
        expect(box.x).toBeGreaterThan(4);
        expect(box.y).toBeGreaterThan(0);
        expect(box.x + box.width).toBeLessThan(sheetSize.width - 4);
        expect(box.y + box.height).toBeLessThan(sheetSize.height - 5);
      }
      const titles = page.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.baseline] : []));
      expect(new Set(titles).size).toBeGreaterThanOrEqual(8);
    }),
    { numRuns: 25 },
  );
});
