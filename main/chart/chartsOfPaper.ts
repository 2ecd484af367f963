import { withoutPaper } from '../../core/chart/commands.ts';
import type { ChartsOfPaper } from '../library/context.ts';
import { chartsOfTask, deleteUnreadableVersions, listVersions, readableNow, rewriteVersion, touchChart } from './chartRows.ts';

/** What the charts of a task know of one of its papers. */
export const chartsOfPaper: ChartsOfPaper = {
  // A chart that can't be read may have placed it.
  hasPlaced: (db, task, paper) => chartsOfTask(db, task).some(({ id }) => readableNow(db, id)?.document.line.includes(paper) ?? true),
  forget(db, task, paper) {
    for (const { id } of chartsOfTask(db, task)) {
      deleteUnreadableVersions(db, id);
      for (const version of listVersions(db, id)) rewriteVersion(db, version.id, withoutPaper(version.document, paper));
      touchChart(db, id);
    }
  },
};
