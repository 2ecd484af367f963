import { z } from 'zod';
import { Task, TaskPaper } from '../../core/capture/task.ts';
import type { Db } from '../platform/database/connection.ts';
import { json, now } from '../platform/database/rows.ts';

const Row = Task.extend({ paper: json(TaskPaper) });
const columns = 'id, question, subject, year, focus, minutes, paper';

export function insertTask(db: Db, task: Task): void {
  db.prepare(`insert into task (${columns}, made_at) values (?, ?, ?, ?, ?, ?, ?, ?)`).run(
    task.id,
    task.question,
    task.subject,
    task.year,
    task.focus,
    task.minutes,
    JSON.stringify(task.paper),
    now(),
  );
}

export function updateTask(db: Db, task: Task): void {
  db.prepare('update task set question = ?, subject = ?, year = ?, focus = ?, minutes = ?, paper = ? where id = ?').run(
    task.question,
    task.subject,
    task.year,
    task.focus,
    task.minutes,
    JSON.stringify(task.paper),
    task.id,
  );
}

export function findTask(db: Db, id: string): Task | null {
  const row = db.prepare(`select ${columns} from task where id = ?`).get(id);
  return row === undefined ? null : Row.parse(row);
}

export function listTasks(db: Db): Task[] {
  return z.array(Row).parse(db.prepare(`select ${columns} from task order by made_at`).all());
}

export function deleteTask(db: Db, id: string): void {
  db.prepare('delete from task where id = ?').run(id);
}

/** True while a wall that is not in the bin shows this task. */
export function isTaskOnWall(db: Db, id: string): boolean {
  return db.prepare('select 1 from chart where task = ? and binned_at is null').get(id) !== undefined;
}
