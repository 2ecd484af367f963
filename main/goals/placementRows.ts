import { z } from 'zod';
import { Placement } from '../../core/goals/placement.ts';
import { Day } from '../../core/kernel/days.ts';
import { Id } from '../../core/kernel/id.ts';
import { goalWords } from '../../core/words/goals.ts';
import type { Db } from '../platform/database/connection.ts';
import { now, readable, whole, type RowCheck } from '../platform/database/rows.ts';

const PlacementRow = z.object({
  id: Id,
  chart: z.string(),
  pupil: Id,
  place: Placement.shape.place,
  said_by: Placement.shape.by,
  date: Day,
});
export type PlacementRow = z.infer<typeof PlacementRow>;

export const placementChecks: readonly RowCheck[] = [
  { table: 'placement', columns: 'id, chart, pupil, place, said_by, date', shape: PlacementRow, name: ({ date }) => goalWords.unreadable.placement(date) },
];

const columns = 'id, chart, pupil, place, said_by, date';

export function insertPlacement(db: Db, { id, chart, pupil, place, said_by: by, date }: PlacementRow): void {
  db.prepare('insert into placement (id, chart, pupil, place, said_by, date, made_at) values (?, ?, ?, ?, ?, ?, ?)').run(
    id,
    chart,
    pupil,
    place,
    by,
    date,
    now(),
  );
}

export function findPlacement(db: Db, id: string): PlacementRow | null {
  const row = db.prepare(`select ${columns} from placement where id = ? and taken_back_at is null`).get(id);
  return row === undefined ? null : whole(PlacementRow, row);
}

/** What holds, in the order it was said. */
export function listPlacements(db: Db, chart: string): PlacementRow[] {
  return readable(PlacementRow, db.prepare(`select ${columns} from placement where chart = ? and taken_back_at is null order by date, rowid`).all(chart));
}

/** What holds of a pupil on charts that are not in the bin, in the order it was said. */
export function placementsOfPupil(db: Db, pupil: string): PlacementRow[] {
  return readable(
    PlacementRow,
    db
      .prepare(
        `select ${columns} from placement where pupil = ? and taken_back_at is null
           and chart in (select id from chart where binned_at is null) order by date, rowid`,
      )
      .all(pupil),
  );
}

/** A pupil's newest placement on any chart that is not in the bin. */
export function latestPlacement(db: Db, pupil: string): PlacementRow | null {
  const row = db
    .prepare(
      `select ${columns} from placement where pupil = ? and taken_back_at is null
       and chart in (select id from chart where binned_at is null) order by date desc, rowid desc limit 1`,
    )
    .get(pupil);
  return row === undefined ? null : whole(PlacementRow, row);
}

export function takeBackPlacement(db: Db, id: string): void {
  db.prepare('update placement set taken_back_at = ? where id = ?').run(now(), id);
}
