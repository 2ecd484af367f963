import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { GoalHandoutWish } from '../../core/handouts/goalHandoutWish.ts';
import { addPupils } from '../../main/class/classList.ts';
import { chooseGoal } from '../../main/goals/goals.ts';
import { printGoals } from '../../main/handouts/goalHandouts.ts';
import { openLibrary } from '../../main/library/library.ts';
import { createExchange } from '../../main/platform/work/exchange.ts';
import { bankGoals } from '../support/classOfWriters.ts';

/** Tomorrow's papers for 28 pupils, from the call to the finished PDF, fonts and thread included; the goal is 10 s. Run: node tests/bench/goalHandouts.ts */
const home = mkdtempSync(join(tmpdir(), 'stepwall-bench-'));
const library = openLibrary(join(home, 'library'), { home });
const date = '2026-03-03';
const { pupils } = addPupils(
  library,
  Array.from({ length: 28 }, () => ''),
);
pupils.forEach(({ id }, index) =>
  chooseGoal(library, { pupil: id, date, goal: bankGoals[index]!.code, origin: 'bank', why: '', second: false, confirmed: false }),
);

const all = { pupils: null, names: false };
const wishes: GoalHandoutWish[] = [
  { what: 'strips', sheetSize: 'A4', date, ...all },
  { what: 'labels', sheet: 'L7160', from: 1, date, ...all },
  { what: 'draw-list', sheetSize: 'A4', date, ...all },
  { what: 'legend', sheetSize: 'A4', skillSets: null, years: null },
];
const context = { library: () => library, exchange: createExchange(home), tell: () => undefined };
for (const wish of wishes) {
  const started = performance.now();
  const { sheets, file } = await printGoals(context, wish, () => undefined, new AbortController().signal);
  console.log(`${wish.what}: ${Math.round(performance.now() - started)} ms, ${sheets} sheets, ${Math.round(file.bytes / 1024)} KB`);
}
library.close();
context.exchange.close();
rmSync(home, { recursive: true, force: true });
