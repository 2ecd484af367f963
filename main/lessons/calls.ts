import type { Handlers } from '../../core/contract/contract.ts';
import type { lessonCalls } from '../../core/contract/lessonCalls.ts';
import type { Library } from '../library/library.ts';
import { deleteGroup, deleteLesson, deleteTeamNote, keepLesson, keepTeamNote, listGroups, listLessons, listTeamNotes } from './lessonRows.ts';
import * as teaching from './teaching.ts';

/** The calls of lessons, groups and the team's notes. */
export function lessonHandlers(library: () => Library): Handlers<typeof lessonCalls> {
  const changed = () => ({ answer: {}, told: { 'lessons.changed': {} } }) as const;
  return {
    'lessons.list': ({ from, until }) => listLessons(library().db, from, until),
    'lessons.save': (lesson) => {
      keepLesson(library().db, lesson);
      return changed();
    },
    'lessons.remove': ({ lesson }) => {
      deleteLesson(library().db, lesson);
      return changed();
    },
    'lessons.toModel': ({ space }) => teaching.goalsToModel(library(), space),
    'groups.propose': (wish) => teaching.proposeGroups(library(), wish),
    'groups.leftOut': (lesson) => teaching.leftOutOfGroups(library(), lesson),
    'groups.list': ({ from, until }) => listGroups(library().db, from, until),
    'groups.save': (group) => {
      teaching.saveGroup(library(), group);
      return changed();
    },
    'groups.remove': ({ group }) => {
      deleteGroup(library().db, group);
      return changed();
    },
    'team.notes': () => listTeamNotes(library().db),
    'team.save': (note) => {
      keepTeamNote(library().db, note);
      return changed();
    },
    'team.remove': ({ note }) => {
      deleteTeamNote(library().db, note);
      return changed();
    },
    'team.summary': (days) => teaching.teamSummary(library(), days),
  };
}
