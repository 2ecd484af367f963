import { z } from 'zod';
import { Lesson } from '../../core/lessons/lesson.ts';
import { TeachingGroup } from '../../core/lessons/teachingGroup.ts';
import type { TeamNote } from '../../core/lessons/teamNote.ts';
import type { Db } from '../platform/database/connection.ts';
import { json, now } from '../platform/database/rows.ts';

const LessonRow = z.object({ document: json(Lesson) });

export function listLessons(db: Db, from: string, until: string): Lesson[] {
  return z
    .array(LessonRow)
    .parse(db.prepare('select document from lesson where date >= ? and date <= ? order by date, id').all(from, until))
    .map(({ document }) => document);
}

export function keepLesson(db: Db, lesson: Lesson): void {
  db.prepare(
    `insert into lesson (id, date, document, changed_at) values (?, ?, ?, ?)
     on conflict (id) do update set date = excluded.date, document = excluded.document, changed_at = excluded.changed_at`,
  ).run(lesson.id, lesson.date, JSON.stringify(lesson), now());
}

export function deleteLesson(db: Db, id: string): void {
  db.prepare('delete from lesson where id = ?').run(id);
}

const GroupRow = z.object({
  id: z.string(),
  date: z.string(),
  kind: TeachingGroup.shape.kind,
  goal: z.string().nullable(),
  skill_set: z.string().nullable(),
  why: z.string(),
  outcome: z.string(),
  taught_on: z.string().nullable(),
});
const MemberRow = z.object({ pupil: z.string(), role: TeachingGroup.shape.members.element.shape.role, came: z.int() });

export function listGroups(db: Db, from: string, until: string): TeachingGroup[] {
  const members = db.prepare('select pupil, role, came from teaching_group_member where teaching_group = ? order by rowid');
  return z
    .array(GroupRow)
    .parse(db.prepare('select * from teaching_group where date >= ? and date <= ? order by date, rowid').all(from, until))
    .map(({ skill_set: skillSet, taught_on: taughtOn, ...group }) => ({
      ...group,
      skillSet,
      taughtOn,
      members: z
        .array(MemberRow)
        .parse(members.all(group.id))
        .map(({ came, ...member }) => ({ ...member, came: came === 1 })),
    }));
}

/** Writes a group as it is now, its members too. */
export function keepGroup(db: Db, group: TeachingGroup): void {
  db.prepare(
    `insert into teaching_group (id, date, kind, goal, skill_set, why, outcome, taught_on) values (?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (id) do update set date = excluded.date, kind = excluded.kind, goal = excluded.goal, skill_set = excluded.skill_set,
     why = excluded.why, outcome = excluded.outcome, taught_on = excluded.taught_on`,
  ).run(group.id, group.date, group.kind, group.goal, group.skillSet, group.why, group.outcome, group.taughtOn);
  db.prepare('delete from teaching_group_member where teaching_group = ?').run(group.id);
  const add = db.prepare('insert into teaching_group_member (teaching_group, pupil, role, came) values (?, ?, ?, ?)');
  group.members.forEach(({ pupil, role, came }) => add.run(group.id, pupil, role, came ? 1 : 0));
}

export function deleteGroup(db: Db, id: string): void {
  db.prepare('delete from teaching_group where id = ?').run(id);
}

/** The day of each pupil's last group that was taught. */
export function lastTaught(db: Db): Map<string, string> {
  const rows = db
    .prepare(
      `select m.pupil, max(g.taught_on) as day from teaching_group_member m join teaching_group g on g.id = m.teaching_group
       where g.taught_on is not null and m.came = 1 group by m.pupil`,
    )
    .all();
  return new Map(
    z
      .array(z.object({ pupil: z.string(), day: z.string() }))
      .parse(rows)
      .map(({ pupil, day }) => [pupil, day]),
  );
}

const NoteRow = z.object({ id: z.string(), date: z.string(), topic: z.string(), text: z.string(), check_in_on: z.string().nullable() });

export function listTeamNotes(db: Db): TeamNote[] {
  return z
    .array(NoteRow)
    .parse(db.prepare('select id, date, topic, text, check_in_on from team_note order by date desc, rowid desc').all())
    .map(({ check_in_on: checkInOn, ...note }) => ({ ...note, checkInOn }));
}

export function keepTeamNote(db: Db, { id, date, topic, text, checkInOn }: TeamNote): void {
  db.prepare(
    `insert into team_note (id, date, topic, text, check_in_on, changed_at) values (?, ?, ?, ?, ?, ?)
     on conflict (id) do update set date = excluded.date, topic = excluded.topic, text = excluded.text,
     check_in_on = excluded.check_in_on, changed_at = excluded.changed_at`,
  ).run(id, date, topic, text, checkInOn, now());
}

export function deleteTeamNote(db: Db, id: string): void {
  db.prepare('delete from team_note where id = ?').run(id);
}
