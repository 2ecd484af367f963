import type { PupilGoals } from '../../../../core/goals/pupilGoals.ts';
import type { TeachingGroup } from '../../../../core/lessons/teachingGroup.ts';

export type Member = TeachingGroup['members'][number];
export type Role = NonNullable<Member['role']>;

/** Who does what in a writing circle, in the order the roles are given out. */
export const CIRCLE_ROLES = ['writer', 'echo', 'wonder', 'spotter'] as const satisfies readonly Role[];

/** The groups after a pupil sat down at the table `to`; null: at none. */
export function seatedAt(groups: readonly TeachingGroup[], pupil: string, to: string | null, standing: PupilGoals | undefined): TeachingGroup[] {
  return groups.map((group) => {
    const sits = group.members.some((member) => member.pupil === pupil);
    if (group.id === to) return sits ? group : { ...group, members: [...group.members, { pupil, role: roleFor(group, standing), came: true }] };
    return sits ? { ...group, members: group.members.filter((member) => member.pupil !== pupil) } : group;
  });
}

/** What a pupil does at this table: the first role of a circle that nobody has, or the side of a pair that fits. */
function roleFor({ kind, goal, members }: TeachingGroup, standing: PupilGoals | undefined): Member['role'] {
  if (kind === 'circle') return CIRCLE_ROLES.find((role) => !members.some((member) => member.role === role)) ?? null;
  if (kind !== 'pair' || goal === null || standing === undefined) return null;
  if (standing.kete.some((kept) => kept.goal === goal)) return 'has-it';
  return standing.active.some((active) => active.goal === goal) ? 'works-on-it' : null;
}

/** The table so many places further round; from none it is the first, or the last going back. */
export function tableBeside(groups: readonly TeachingGroup[], from: string | null, step: 1 | -1): string | null {
  const open = groups.filter(({ taughtOn }) => taughtOn === null);
  const place = open.findIndex(({ id }) => id === from);
  const next = place < 0 ? (step === 1 ? 0 : open.length - 1) : (place + step + open.length) % open.length;
  return open[next]?.id ?? null;
}

export const changedGroup = (groups: readonly TeachingGroup[], id: string, change: Partial<TeachingGroup>): TeachingGroup[] =>
  groups.map((group) => (group.id === id ? { ...group, ...change } : group));

export const withMember = (group: TeachingGroup, pupil: string, change: Partial<Member>): Pick<TeachingGroup, 'members'> => ({
  members: group.members.map((member) => (member.pupil === pupil ? { ...member, ...change } : member)),
});
