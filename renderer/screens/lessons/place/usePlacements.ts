import { useCallback } from 'react';
import type { Placement } from '../../../../core/goals/placement.ts';
import { today } from '../../../../core/kernel/days.ts';
import { useAnswer, useApp } from '../../../api/app.tsx';

export interface Placements {
  /** Each pupil's newest. */
  readonly newest: ReadonlyMap<string, Placement>;
  /** Each pupil's first: where this writer began. */
  readonly first: ReadonlyMap<string, Placement>;
  record(pupil: string, place: number, by: Placement['by']): Promise<Placement | null>;
  takeBack(placement: string): Promise<unknown>;
}

/** What has been said of pieces on this wall's chart. */
export function usePlacements(wall: string): Placements {
  const { api, complain } = useApp();
  const { value } = useAnswer('placements.list', { wall }, ['goals.changed']);
  const record = useCallback(
    async (pupil: string, place: number, by: Placement['by']): Promise<Placement | null> => {
      try {
        return await api.call('placements.record', { wall, pupil, place, by, date: today() });
      } catch (error) {
        complain(error);
        return null;
      }
    },
    [api, complain, wall],
  );
  const takeBack = useCallback((placement: string) => api.call('placements.takeBack', { placement }), [api]);
  const list = value ?? [];
  return {
    newest: new Map(list.map((placement) => [placement.pupil, placement])),
    first: new Map(list.toReversed().map((placement) => [placement.pupil, placement])),
    record,
    takeBack,
  };
}
