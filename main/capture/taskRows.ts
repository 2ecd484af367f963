import { z } from 'zod';
import { Task, TrueSize } from '../../core/capture/task.ts';
import type { Db } from '../platform/database/connection.ts';
import { json, now } from '../platform/database/rows.ts';

const Row = Task.extend({ trueSize: json(TrueSize) });
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
  return row === undefined ? null : Row.parse(row);
}

export function listTasks(db: Db): Task[] {
  return z.array(Row).parse(db.prepare(`select ${selected} from task order by made_at`).all());
}

export function deleteTask(db: Db, id: string): void {
  db.prepare('delete from task where id = ?').run(id);
}

/** True while a wall that is not in the bin shows this task. */
export function isTaskOnWall(db: Db, id: string): boolean {
  return db.prepare('select 1 from chart where task = ? and binned_at is null').get(id) !== undefined;
}
