import { parseArgs } from 'node:util';
import { ocrModels } from '../../main/engines/imaging/names/ocrModels.ts';
import { measureGlass } from './photos/measureGlass.ts';
import { measureTurns } from './photos/measureTurns.ts';
import { writtenPaper } from './photos/writtenPaper.ts';

// How many made-up glasses full of slips are split right, and how many papers lying askew are turned: `node build/scripts/glassTable.ts [--count 60] [--seed 1]`.

/** Papers other than those that are photographed. */
const OTHER_PAPERS = 500;

const { values } = parseArgs({ options: { count: { type: 'string' }, seed: { type: 'string' } } });
const seeds = Array.from({ length: Number(values.count ?? 60) }, (_, k) => Number(values.seed ?? 1) * 1000 + k);

const glasses: Awaited<ReturnType<typeof measureGlass>>[] = [];
for (const seed of seeds) glasses.push(await measureGlass(seed));
for (const kind of ['white lid', 'dark lid', 'two pages photographed'] as const) {
  const all = glasses.filter((one) => one.kind === kind);
  process.stdout.write(`${kind}: ${String(all.filter(({ isRight }) => isRight).length)} of ${String(all.length)} split right\n`);
}

const models = await ocrModels();
const turns = { right: 0, wrong: 0, unsure: 0 };
for (const seed of seeds) {
  const { right, wrong, unsure } = await measureTurns(models, (await writtenPaper(seed + OTHER_PAPERS)).picture);
  turns.right += right;
  turns.wrong += wrong;
  turns.unsure += unsure;
}
process.stdout.write(`pages at four turns: ${String(turns.right)} right, ${String(turns.unsure)} asked for, ${String(turns.wrong)} wrong\n`);
