import { ocrModels } from '../../main/engines/imaging/names/ocrModels.ts';
import { realPicture, truthsIn } from './photos/measureReal.ts';
import { measureTurns } from './photos/measureTurns.ts';

// How many real pages, each lying four ways, are turned upright: `node build/scripts/turnTable.ts FOLDER...`; pages that aren't always are named.

const models = await ocrModels();
const sums = { right: 0, wrong: 0, unsure: 0 };
for (const folder of process.argv.slice(2)) {
  for (const truth of truthsIn(folder)) {
    const { right, wrong, unsure } = await measureTurns(models, await realPicture(folder, truth, 1600), truth.turn);
    sums.right += right;
    sums.wrong += wrong;
    sums.unsure += unsure;
    if (right < 4) process.stdout.write(`${truth.file}: ${String(right)} right, ${String(unsure)} asked for, ${String(wrong)} wrong\n`);
  }
}
process.stdout.write(`${String(sums.right)} right, ${String(sums.unsure)} asked for, ${String(sums.wrong)} wrong\n`);
