import { z } from 'zod';
import { Lesson } from '../../core/lessons/lesson.ts';
import { TeachingGroup } from '../../core/lessons/teachingGroup.ts';
import type { TeamNote } from '../../core/lessons/teamNote.ts';
import { Day } from '../../core/kernel/days.ts';
import { Id } from '../../core/kernel/id.ts';
import { lessonWords } from '../../core/words/lessons.ts';
import type { Db } from '../platform/database/connection.ts';
import { json, now, readable, type RowCheck } from '../platform/database/rows.ts';

const LessonRow = z.object({ document: json(Lesson) });

export function listLessons(db: Db, from: string, until: string): Lesson[] {
  const rows = db.prepare('select document from lesson where date >= ? and date <= ? order by date, id').all(from, until);
  return readable(LessonRow, rows).map(({ document }) => document);
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
  id: Id,
  date: Day,
  kind: TeachingGroup.shape.kind,
  goal: TeachingGroup.shape.goal,
  skill_set: TeachingGroup.shape.skillSet,
  why: z.string(),
  outcome: z.string(),
  taught_on: Day.nullable(),
});
const MemberRow = z.object({ pupil: Id, role: TeachingGroup.shape.members.element.shape.role, came: z.int() });

export function listGroups(db: Db, from: string, until: string): TeachingGroup[] {
  const members = db.prepare('select pupil, role, came from teaching_group_member where teaching_group = ? order by rowid');
  const rows = db.prepare('select * from teaching_group where date >= ? and date <= ? order by date, rowid').all(from, until);
  const groups = readable(GroupRow, rows).map(({ skill_set: skillSet, taught_on: taughtOn, ...group }) => ({
    ...group,
    skillSet,
    taughtOn,
    members: readable(MemberRow, members.all(group.id)).map(({ came, ...member }) => ({ ...member, came: came === 1 })),
  }));
  return readable(TeachingGroup, groups);
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

const NoteRow = z.object({ id: Id, date: Day, topic: z.string(), text: z.string(), check_in_on: Day.nullable() });

export const lessonChecks: readonly RowCheck[] = [
  { table: 'lesson', columns: 'date, document', shape: LessonRow, name: ({ date }) => lessonWords.unreadable.lesson(date) },
  { table: 'teaching_group', columns: '*', shape: GroupRow, name: ({ date }) => lessonWords.unreadable.group(date) },
  { table: 'teaching_group_member', columns: '*', shape: MemberRow, name: ({ teaching_group: group }) => lessonWords.unreadable.member(group) },
  { table: 'team_note', columns: 'id, date, topic, text, check_in_on', shape: NoteRow, name: ({ date }) => lessonWords.unreadable.note(date) },
];

export function listTeamNotes(db: Db): TeamNote[] {
  const rows = db.prepare('select id, date, topic, text, check_in_on from team_note order by date desc, rowid desc').all();
  return readable(NoteRow, rows).map(({ check_in_on: checkInOn, ...note }) => ({ ...note, checkInOn }));
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
