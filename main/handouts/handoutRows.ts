import { z } from 'zod';
import type { Db } from '../platform/database/connection.ts';
import { now, readable } from '../platform/database/rows.ts';

const PrintedGoal = z.object({ pupil: z.string(), goal: z.string(), goal_version: z.int(), date: z.string(), with_names: z.int() });
export type PrintedGoal = z.infer<typeof PrintedGoal>;

/** What was made ready for each pupil last; the latest come last. */
export function listPrintedGoals(db: Db): PrintedGoal[] {
  return readable(PrintedGoal, db.prepare('select pupil, goal, goal_version, date, with_names from goal_printed order by printed_at, rowid').all());
}

/** In place of what was made ready for these pupils before. */
export function keepPrintedGoals(db: Db, goals: readonly PrintedGoal[]): void {
  const forget = db.prepare('delete from goal_printed where pupil = ?');
  const keep = db.prepare('insert into goal_printed (pupil, goal, goal_version, date, with_names, printed_at) values (?, ?, ?, ?, ?, ?)');
  db.transaction(() => {
    new Set(goals.map(({ pupil }) => pupil)).forEach((pupil) => forget.run(pupil));
    goals.forEach(({ pupil, goal, goal_version, date, with_names }) => keep.run(pupil, goal, goal_version, date, with_names, now()));
  })();
}

export function keepAnswerSheets(db: Db, task: string, pupils: readonly string[]): void {
  const keep = db.prepare(
    'insert into answer_sheet (task, pupil, printed_at) values (?, ?, ?) on conflict (task, pupil) do update set printed_at = excluded.printed_at',
  );
  db.transaction(() => pupils.forEach((pupil) => keep.run(task, pupil, now())))();
}

/** For how many an answer sheet of this task was printed, and whose has not come in, in the order of the class list. */
export function answerSheetsOut(db: Db, task: string): { printed: number; missing: string[] } {
  const rows = z.array(z.object({ pupil: z.string(), came: z.int() })).parse(
    db
      .prepare(
        `select answer_sheet.pupil, exists (select 1 from paper where paper.task = answer_sheet.task and paper.pupil = answer_sheet.pupil and binned_at is null) as came
           from answer_sheet join pupil on pupil.id = answer_sheet.pupil where answer_sheet.task = ? order by pupil.made_at, pupil.rowid`,
      )
      .all(task),
  );
  return { printed: rows.length, missing: rows.filter(({ came }) => came === 0).map(({ pupil }) => pupil) };
}
