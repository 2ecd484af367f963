import { randomUUID } from 'node:crypto';
import type { Checked, Output } from '../../core/contract/contract.ts';
import { goalsNow } from '../../core/goals/bank.ts';
import type { Standing } from '../../core/goals/evidence.ts';
import { masteryOf } from '../../core/goals/mastery.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { compare } from '../../core/kernel/versions.ts';
import { circles, hadOneLately, needGroups, pairs, type GroupRules, type Member } from '../../core/lessons/groups.ts';
import type { TeachingGroup } from '../../core/lessons/teachingGroup.ts';
import { lessonWords } from '../../core/words/lessons.ts';
import { requirePupil } from '../class/classList.ts';
import { listPupils } from '../class/pupilRows.ts';
import { goalBank } from '../goals/goalBank.ts';
import { classGoals, classStories } from '../goals/writers.ts';
import type { Library } from '../library/library.ts';
import { keepGroup, lastTaught, listGroups } from './lessonRows.ts';

/** Groups as they could be formed today; whoever had one on the class's last lesson day is left out. */
export function proposeGroups(library: Library, { kind, date, space, limit, absent, putBack, turn }: Checked<'groups.propose'>): TeachingGroup[] {
  const taught = lastTaught(library.db);
  const members: Member[] = inSpace(library, space)
    .filter(({ pupil }) => !absent.includes(pupil))
    .map((state) => ({ state, lastGroup: putBack.includes(state.pupil) ? null : (taught.get(state.pupil) ?? null) }));
  const rules: GroupRules = { limit, lastLesson: lastLessonBefore(library, date) };
  const goals = goalsNow(goalBank(library));
  const groups = kind === 'need' ? needGroups(members, goals, rules) : kind === 'pair' ? pairs(members, goals, rules) : circles(members, rules, turn);
  return groups.map((group) => ({
    ...group,
    id: randomUUID(),
    date,
    members: group.members.map((member) => ({ ...member, came: true })),
    outcome: '',
    taughtOn: null,
  }));
}

/** Who had a group so lately that others come first on this day, in the order of the class list. */
export function leftOutOfGroups(library: Library, { date, space }: Checked<'groups.leftOut'>): Output<'groups.leftOut'> {
  const taught = lastTaught(library.db);
  const rules = { lastLesson: lastLessonBefore(library, date) };
  return inSpace(library, space).flatMap(({ pupil }) => {
    const on = taught.get(pupil) ?? null;
    return on !== null && hadOneLately({ lastGroup: on }, rules) ? [{ pupil, on }] : [];
  });
}

/** Keeps a group as it is now. @throws Refusal `bad-request` where a pupil stands in it twice */
export function saveGroup(library: Library, group: TeachingGroup): void {
  group.members.forEach(({ pupil }) => requirePupil(library, pupil));
  if (new Set(group.members.map(({ pupil }) => pupil)).size < group.members.length) throw new Refusal('bad-request', lessonWords.pupilTwice);
  library.db.transaction(() => keepGroup(library.db, group))();
}

/** The goals that most pupils work on, for modelling. */
export function goalsToModel(library: Library, space: string): Output<'lessons.toModel'> {
  return counted(inSpace(library, space).flatMap(({ active }) => active.map(({ goal }) => goal)));
}

/** What the team looks at when it checks in: how many, and which goals; never who. */
export function teamSummary(library: Library, { from, until }: Checked<'team.summary'>): Output<'team.summary'> {
  const states = classStories(library);
  const within = (date: string): boolean => from <= date && date <= until;
  const active = states.flatMap((state) => state.active);
  return {
    pupils: states.length,
    seen: states.filter(({ seen }) => seen.some(within)).length,
    conferences: states.reduce((sum, { seen }) => sum + seen.filter(within).length, 0),
    mastered: counted(states.flatMap(({ kete }) => kete.filter(({ date }) => within(date)).map(({ goal }) => goal))),
    stuck: counted(active.filter(({ outcomes }) => masteryOf(outcomes).tooBig).map(({ goal }) => goal)),
    unsaid: counted(active.filter(({ says }) => says !== null && says !== 'yes').map(({ goal }) => goal)),
    withoutGoal: states.filter((state) => state.active.length === 0).length,
  };
}

function inSpace(library: Library, space: string): Standing[] {
  const here = new Set(listPupils(library.db).flatMap((pupil) => (space === '' || pupil.space === space ? [pupil.id] : [])));
  return classGoals(library).filter(({ pupil }) => here.has(pupil));
}

/** The last day before this one on which a group was taught. */
function lastLessonBefore(library: Library, date: string): string | null {
  return listGroups(library.db, '0000-01-01', date)
    .flatMap(({ taughtOn }) => (taughtOn !== null && taughtOn < date ? [taughtOn] : []))
    .reduce<string | null>((latest, day) => (latest === null || day > latest ? day : latest), null);
}

const counted = (goals: readonly string[]): { goal: string; pupils: number }[] =>
  [...Map.groupBy(goals, (goal) => goal)].map(([goal, same]) => ({ goal, pupils: same.length })).sort((a, b) => b.pupils - a.pupils || compare(a.goal, b.goal));
