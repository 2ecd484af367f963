import { certificateChecks } from '../capture/anonymisingRows.ts';
import { pageChecks } from '../capture/pageRows.ts';
import { paperChecks } from '../capture/paperRows.ts';
import { taskChecks } from '../capture/taskRows.ts';
import { chartChecks } from '../chart/chartRows.ts';
import { wallFindings } from '../chart/walls.ts';
import { pupilChecks } from '../class/pupilRows.ts';
import { goalChecks } from '../goals/goalRows.ts';
import { placementChecks } from '../goals/placementRows.ts';
import { lessonChecks } from '../lessons/lessonRows.ts';
import type { Finding } from '../library/checking.ts';
import type { Library } from '../library/library.ts';
import { unreadableRows } from '../platform/database/rows.ts';
import { voteChecks } from '../ranking/voteRows.ts';

const checks = [
  ...taskChecks,
  ...paperChecks,
  ...pageChecks,
  ...certificateChecks,
  ...chartChecks,
  ...pupilChecks,
  ...goalChecks,
  ...placementChecks,
  ...lessonChecks,
  ...voteChecks,
];

/** Every row and every state of a chart that can't be read, by its name; null after each part that was looked at. */
export function* areaFindings(library: Library): Generator<Finding> {
  for (const check of checks) {
    for (const unreadable of unreadableRows(library.db, check)) {
      yield* unreadable;
      yield null;
    }
  }
  yield* wallFindings(library);
}
