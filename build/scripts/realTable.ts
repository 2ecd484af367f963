import { parseArgs } from 'node:util';
import { measureReal, truthsIn, type RealMeasured } from './photos/measureReal.ts';

// How well pages are found in real photos, by what a person sees in them: `node build/scripts/realTable.ts FOLDER... [--all]`.
// A folder holds pictures and an `annotations.json`. Every photo that isn't right is named; with `--all` every other one, too.

const { values, positionals } = parseArgs({ options: { all: { type: 'boolean' } }, allowPositionals: true });
const all: RealMeasured[] = [];
for (const folder of positionals) {
  for (const truth of truthsIn(folder)) {
    const one = await measureReal(folder, truth);
    all.push(one);
    if (values.all === true || !one.isRight || one.isWrongButSure) process.stdout.write(lineOf(one));
  }
}
for (const kind of ['whole', 'cut a little', 'scan or crop', 'cut'] as const) {
  const some = all.filter((one) => one.kind === kind);
  const right = some.filter(({ isRight }) => isRight).length;
  const sure = some.filter(({ confidence }) => confidence >= 0.8).length;
  const wrong = some.filter(({ isWrongButSure }) => isWrongButSure).length;
  const rightly = kind === 'cut' ? '' : `, right ${String(right)}`;
  process.stdout.write(`${kind}: ${String(some.length)}${rightly}, sure ${String(sure)}, wrong and sure ${String(wrong)}\n`);
}

function lineOf({ file, kind, iou, confidence, found, pages, isRight }: RealMeasured): string {
  const what = !found ? 'no outline' : `${iou === null ? 'outline' : `IoU ${iou.toFixed(3)}`}, confidence ${confidence.toFixed(2)}, pages ${String(pages)}`;
  return `${isRight ? ' ' : '!'} ${file} (${kind}): ${what}\n`;
}
