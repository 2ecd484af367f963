import type { Task } from '../../core/capture/task.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { chartWords } from '../../core/words/chart.ts';
import type { Db } from '../platform/database/connection.ts';
import { findTask } from './taskRows.ts';

/** A wall's task, by which its papers are found. @throws Refusal `not-found` */
export function requireTask(db: Db, id: string): Task {
  const task = findTask(db, id);
  if (task === null) throw new Refusal('not-found', chartWords.wall.gone);
  return task;
}
