import { Refusal } from '../../core/api/call.ts';
import type { Task } from '../../core/api/walls.ts';
import type { Db } from '../database/open.ts';
import { findTask } from '../database/tasks.ts';

/** A wall's task, by which its papers are found. @throws Refusal `not-found` */
export function requireTask(db: Db, id: string): Task {
  const task = findTask(db, id);
  if (task === null) throw new Refusal('not-found', 'That wall is no longer here.');
  return task;
}
