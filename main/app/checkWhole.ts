import type { Report } from '../../core/contract/contract.ts';
import type { CheckReport } from '../../core/library/checkReport.ts';
import { libraryWords } from '../../core/words/library.ts';
import { countPictures, lookThrough, orTrouble } from '../library/checking.ts';
import type { Library } from '../library/library.ts';
import { askSoundness } from '../platform/database/soundness.ts';
import { areaFindings } from './areaFindings.ts';

/** What is looked at between two moments for others (ms). */
const TURN_MS = 25;

/** Looks through the whole library while others go on working with it. @throws the signal's reason */
export async function checkWhole(library: Library, report: Report, signal: AbortSignal): Promise<CheckReport> {
  report(0, 0, libraryWords.check.looking);
  const problems = (await askSoundness({ file: library.db.name, thorough: true }, signal)).map(libraryWords.check.databaseSays);
  const pictures = countPictures(library);
  let looked = 0;
  let turn = performance.now();
  function* counted(): Generator<string | null> {
    for (const finding of lookThrough(library)) {
      looked += 1;
      yield finding;
    }
    yield* areaFindings(library);
  }
  for (const finding of orTrouble(library, counted())) {
    if (finding !== null) problems.push(finding);
    if (performance.now() - turn < TURN_MS) continue;
    report(Math.min(looked, pictures), pictures, libraryWords.check.picture(Math.min(looked, pictures), pictures));
    await new Promise((resolve) => setImmediate(resolve));
    signal.throwIfAborted();
    turn = performance.now();
  }
  return { ok: problems.length === 0, problems, repaired: [] };
}
