import type { Services } from '../../core/contract/contract.ts';
import type { lessonCalls } from '../../core/contract/lessonCalls.ts';
import type { Library } from '../library/library.ts';
import { deleteGroup, deleteLesson, deleteTeamNote, keepLesson, keepTeamNote, listGroups, listLessons, listTeamNotes } from './lessonRows.ts';
import * as teaching from './teaching.ts';

/** The calls of lessons, groups and the team's notes. */
export function lessonServices(library: () => Library): Pick<Services, keyof typeof lessonCalls> {
  return {
    'lessons.list': ({ from, until }) => listLessons(library().db, from, until),
    'lessons.save': (lesson) => {
      keepLesson(library().db, lesson);
      return {};
    },
    'lessons.remove': ({ lesson }) => {
      deleteLesson(library().db, lesson);
      return {};
    },
    'lessons.toModel': ({ space }) => teaching.goalsToModel(library(), space),
    'groups.propose': (wish) => teaching.proposeGroups(library(), wish),
    'groups.leftOut': (lesson) => teaching.leftOutOfGroups(library(), lesson),
    'groups.list': ({ from, until }) => listGroups(library().db, from, until),
    'groups.save': (group) => {
      teaching.saveGroup(library(), group);
      return {};
    },
    'groups.remove': ({ group }) => {
      deleteGroup(library().db, group);
      return {};
    },
    'team.notes': () => listTeamNotes(library().db),
    'team.save': (note) => {
      keepTeamNote(library().db, note);
      return {};
    },
    'team.remove': ({ note }) => {
      deleteTeamNote(library().db, note);
      return {};
    },
    'team.summary': (days) => teaching.teamSummary(library(), days),
  };
}
