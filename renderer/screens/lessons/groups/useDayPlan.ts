import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { TeachingGroup } from '../../../../core/lessons/teachingGroup.ts';
import { useApp } from '../../../api/app.tsx';
import { useGoals } from '../../../api/useGoals.tsx';
import { useKept } from '../../../api/useKept.ts';
import { useKeptList, type KeptList } from '../../../api/useKeptList.ts';
import { changedGroup, seatedAt, tableBeside } from './groupMoves.ts';

export interface DayPlan {
  readonly date: string;
  readonly groups: readonly TeachingGroup[] | null;
  readonly history: KeptList<TeachingGroup>;
  add(groups: readonly TeachingGroup[]): void;
  addTable(): void;
  change(group: string, change: Partial<TeachingGroup>, what: string): void;
  remove(group: string): void;
  clear(): void;
  /** Null: at no table. */
  seat(pupil: string, group: string | null): void;
  /** To the table beside, by the arrow keys. */
  move(pupil: string, step: 1 | -1): void;
}

/** The groups of one day: shown at once, kept as they are changed. A table where nobody sits is kept by this window only. */
export function useDayPlan(date: string): DayPlan {
  const { api } = useApp();
  const { states, nameOf } = useGoals();
  const { t } = useTranslation('groups');
  const history = useKeptList<TeachingGroup>({
    told: 'lessons.changed',
    load: () => api.call('groups.list', { from: date, until: date }),
    save: (group) => (group.members.length === 0 ? api.call('groups.remove', { group: group.id }) : api.call('groups.save', group)),
    remove: (group) => api.call('groups.remove', { group }),
  });
  const { items, change } = history;
  const groups = items ?? [];
  const seat = (pupil: string, to: string | null): void => {
    const from = groups.find(({ members }) => members.some((member) => member.pupil === pupil));
    if ((from?.id ?? null) !== to) change(seatedAt(groups, pupil, to, states.get(pupil)), t('undo.seat', { name: nameOf(pupil) }));
  };
  return {
    date,
    groups: items,
    history,
    seat,
    add: (added) => change([...groups, ...added], t('undo.propose')),
    addTable: () => change([...groups, emptyTable(date)], t('undo.table')),
    change: (id, difference, what) => change(changedGroup(groups, id, difference), what),
    remove: (id) =>
      change(
        groups.filter((group) => group.id !== id),
        t('undo.remove'),
      ),
    clear: () =>
      change(
        groups.filter(({ taughtOn }) => taughtOn !== null),
        t('undo.clear'),
      ),
    move: (pupil, step) => {
      const from = groups.find(({ members }) => members.some((member) => member.pupil === pupil))?.id ?? null;
      const to = tableBeside(groups, from, step);
      if (to !== null) seat(pupil, to);
    },
  };
}

const emptyTable = (date: string): TeachingGroup => ({
  id: crypto.randomUUID(),
  date,
  kind: 'mixed',
  goal: null,
  skillSet: null,
  why: '',
  members: [],
  outcome: '',
  taughtOn: null,
});

/** Pupils by the day on which they are away; ids only. */
const Away = z.record(z.string(), z.array(z.string()));
const DAYS_KEPT = 14;

/** Who is away on a day. */
export function useAbsent(date: string): { absent: readonly string[]; toggle: (pupil: string) => void } {
  const kept = useKept('groups.away', Away);
  const absent = kept?.value?.[date] ?? [];
  const toggle = (pupil: string): void => {
    if (kept === null) return;
    const away = absent.includes(pupil) ? absent.filter((one) => one !== pupil) : [...absent, pupil];
    const others = Object.entries(kept.value ?? {}).filter(([day]) => day !== date);
    kept.keep(Object.fromEntries([...others, [date, away] as const].slice(-DAYS_KEPT)));
  };
  return { absent, toggle };
}
