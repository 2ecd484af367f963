import type { Context } from '../library/context.ts';
import { listPageIds } from './pageRows.ts';
import { deletePaper } from './paperRows.ts';
import { erasePage } from './wholePictureRows.ts';

/** The paper is destroyed for good, with its pages and its place on every chart, now and then. */
export function erasePaper({ library, charts }: Pick<Context, 'library' | 'charts'>, task: string, paper: string): void {
  const open = library();
  open.db.transaction(() => {
    charts.forget(open.db, task, paper);
    listPageIds(open.db, paper).forEach((page) => erasePage(open.db, page));
    deletePaper(open.db, paper);
  })();
}
