import type { PupilState } from '../goals/evidence.ts';
import type { Goal } from '../goals/goal.ts';
import { compare } from '../kernel/versions.ts';
import { lessonWords } from '../words/lessons.ts';

/** What of a pupil's standing decides where the pupil sits. */
type Working = Pick<PupilState, 'pupil' | 'active' | 'kete'>;

/** A pupil as far as grouping is concerned. */
export interface Member {
  readonly state: Working;
  /** The day of the pupil's last workshop, pair or circle; null where there was none. */
  readonly lastGroup: string | null;
}

export interface GroupRules {
  /** The most pupils in a group. */
  readonly limit: number;
  /** The class's last lesson day: who was in a group then, or since, is left out today. Null leaves nobody out. */
  readonly lastLesson: string | null;
}

export type Role = 'writer' | 'echo' | 'wonder' | 'spotter' | 'has-it' | 'works-on-it';

export interface Group {
  readonly kind: 'need' | 'pair' | 'circle';
  /** The goal they share; null where they share a skill set, or nothing on purpose. */
  readonly goal: string | null;
  readonly skillSet: string | null;
  readonly members: readonly { readonly pupil: string; readonly role: Role | null }[];
  readonly why: string;
}

const SMALLEST = 2;

/** Workshops of pupils who need the same goal; those left alone join others of the same skill set. Nobody is in two. */
export function needGroups(members: readonly Member[], goals: readonly Goal[], rules: GroupRules): Group[] {
  const present = free(members, rules).filter(({ active }) => active.length > 0);
  const sameGoal = grouped(present, (state) => state.active.at(-1)!.goal, rules.limit);
  const known = new Map(goals.map((goal) => [goal.code, goal]));
  const alone = sameGoal.leftOver.filter((state) => known.has(state.active.at(-1)!.goal));
  const sameSkill = grouped(alone, (state) => known.get(state.active.at(-1)!.goal)!.skillSet, rules.limit);
  return [
    ...sameGoal.groups.map(({ key, states }) => ({
      kind: 'need' as const,
      goal: key,
      skillSet: known.get(key)?.skillSet ?? null,
      members: withoutRoles(states),
      why: lessonWords.why.sameGoal(known.get(key)?.pupilText ?? key),
    })),
    ...sameSkill.groups.map(({ key, states }) => ({
      kind: 'need' as const,
      goal: null,
      skillSet: key,
      members: withoutRoles(states),
      why: lessonWords.why.sameSkill,
    })),
  ];
}

/** Pairs of one who has it in the kete and one who works on it; whoever has the fewest possible partners chooses first. */
export function pairs(members: readonly Member[], goals: readonly Goal[], rules: GroupRules): Group[] {
  const present = free(members, rules);
  const links = present.flatMap((learner) =>
    present.flatMap((helper) =>
      learner.active
        .filter(({ goal }) => learner !== helper && helper.kete.some((kept) => kept.goal === goal))
        .map(({ goal }) => ({ learner: learner.pupil, helper: helper.pupil, goal })),
    ),
  );
  const paired = new Set<string>();
  const found: Group[] = [];
  for (;;) {
    const open = links.filter(({ learner, helper }) => !paired.has(learner) && !paired.has(helper));
    const choices = (pupil: string): number => open.filter(({ learner, helper }) => learner === pupil || helper === pupil).length;
    const [first] = open
      .map((link) => ({ link, few: Math.min(choices(link.learner), choices(link.helper)), many: choices(link.learner) + choices(link.helper) }))
      .sort((a, b) => a.few - b.few || a.many - b.many || compare(a.link.learner, b.link.learner) || compare(a.link.helper, b.link.helper));
    if (!first) return found;
    const { learner, helper, goal } = first.link;
    paired.add(learner).add(helper);
    const words = goals.find(({ code }) => code === goal)?.pupilText ?? goal;
    found.push({
      kind: 'pair',
      goal,
      skillSet: goals.find(({ code }) => code === goal)?.skillSet ?? null,
      members: [
        { pupil: helper, role: 'has-it' },
        { pupil: learner, role: 'works-on-it' },
      ],
      why: lessonWords.why.pair(words),
    });
  }
}

/**
 * Writing circles of different writers, three or four in each where the class allows; everybody has a role, and the roles go
 * round with each `turn`. Pupils with the same goal are spread over the circles.
 */
export function circles(members: readonly Member[], rules: GroupRules, turn: number): Group[] {
  const present = free(members, rules);
  const count = Math.ceil(present.length / Math.max(SMALLEST, Math.min(rules.limit, 4)));
  const byGoal = [...present].sort((a, b) => compare(a.active.at(-1)?.goal ?? '', b.active.at(-1)?.goal ?? '') || compare(a.pupil, b.pupil));
  const roles: readonly Role[] = ['writer', 'echo', 'wonder', 'spotter'];
  return Array.from({ length: count }, (_, circle) => byGoal.filter((_state, index) => index % count === circle))
    .filter((states) => states.length >= SMALLEST)
    .map((states) => ({
      kind: 'circle',
      goal: null,
      skillSet: null,
      members: states.map(({ pupil }, index) => ({ pupil, role: roles[(((index + turn) % states.length) + states.length) % states.length]! })),
      why: lessonWords.why.circle,
    }));
}

/** Had a group on the last lesson day or since: others come first today. */
export const hadOneLately = ({ lastGroup }: Pick<Member, 'lastGroup'>, { lastLesson }: Pick<GroupRules, 'lastLesson'>): boolean =>
  lastGroup !== null && lastLesson !== null && lastGroup >= lastLesson;

/** Who may be grouped today, by code. */
function free(members: readonly Member[], rules: GroupRules): Working[] {
  return members
    .filter((member) => !hadOneLately(member, rules))
    .map(({ state }) => state)
    .sort((a, b) => compare(a.pupil, b.pupil));
}

/** Groups of two up to the limit with one key, as even in size as can be; single ones are left over. */
function grouped(
  states: readonly Working[],
  keyOf: (state: Working) => string,
  limit: number,
): { readonly groups: readonly { readonly key: string; readonly states: readonly Working[] }[]; readonly leftOver: readonly Working[] } {
  const parts = [...Map.groupBy(states, keyOf)]
    .sort(([a], [b]) => compare(a, b))
    .flatMap(([key, same]) => {
      const count = Math.ceil(same.length / Math.max(SMALLEST, limit));
      return Array.from({ length: count }, (_, part) => ({ key, states: same.filter((_state, index) => index % count === part) }));
    });
  return {
    groups: parts.filter(({ states: part }) => part.length >= SMALLEST),
    leftOver: parts.filter(({ states: part }) => part.length < SMALLEST).flatMap(({ states: part }) => part),
  };
}

const withoutRoles = (states: readonly Working[]): Group['members'] => states.map(({ pupil }) => ({ pupil, role: null }));
