import { z } from 'zod';
import { Task, TrueSize } from '../../core/capture/task.ts';
import { captureWords } from '../../core/words/capture.ts';
import type { Db } from '../platform/database/connection.ts';
import { json, now, readable, whole, type RowCheck } from '../platform/database/rows.ts';

/** A size that can't be read is one that has to be asked for again: no wall is closed by it. */
const Row = Task.extend({ trueSize: json(TrueSize).catch({ name: 'not-asked', widthMm: null, heightMm: null }) });

export const taskChecks: readonly RowCheck[] = [
  {
    table: 'task',
    columns: 'id, question, true_size',
    shape: z.object({ true_size: json(TrueSize) }),
    name: ({ question }) => captureWords.unreadable.task(question),
  },
];
const selected = 'id, question, subject, year, focus, minutes, true_size as trueSize';
const columns = 'id, question, subject, year, focus, minutes, true_size';

export function insertTask(db: Db, task: Task): void {
  db.prepare(`insert into task (${columns}, made_at) values (?, ?, ?, ?, ?, ?, ?, ?)`).run(
    task.id,
    task.question,
    task.subject,
    task.year,
    task.focus,
    task.minutes,
    JSON.stringify(task.trueSize),
    now(),
  );
}

export function updateTask(db: Db, task: Task): void {
  db.prepare('update task set question = ?, subject = ?, year = ?, focus = ?, minutes = ?, true_size = ? where id = ?').run(
    task.question,
    task.subject,
    task.year,
    task.focus,
    task.minutes,
    JSON.stringify(task.trueSize),
    task.id,
  );
}

export function findTask(db: Db, id: string): Task | null {
  const row = db.prepare(`select ${selected} from task where id = ?`).get(id);
  return row === undefined ? null : whole(Row, row);
}

export function listTasks(db: Db): Task[] {
  return readable(Row, db.prepare(`select ${selected} from task order by made_at`).all());
}

export function deleteTask(db: Db, id: string): void {
  db.prepare('delete from task where id = ?').run(id);
}

/** True while a wall that is not in the bin shows this task. */
export function isTaskOnWall(db: Db, id: string): boolean {
  return db.prepare('select 1 from chart where task = ? and binned_at is null').get(id) !== undefined;
}
