import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cleaning } from '../../../../core/capture/cleaning.ts';
import type { PageNames } from '../../../../core/capture/suggestedNames.ts';
import type { Ended, Input, Started } from '../../../../core/contract/contract.ts';
import { useAnswer, useApp } from '../../../api/app.tsx';
import { useStay } from '../../../api/useStay.ts';
import type { Wall } from '../../../api/useWall.ts';
import type { Cleanings } from './useCleanings.ts';

export type NamingDeed = 'find' | 'burn' | 'take-back';

type NamingJob = 'names.suggest' | 'names.apply' | 'names.takeBack';

/** Names found and hidden for a whole stack. */
export interface Naming {
  /** One entry a page; empty until it is known. */
  readonly suggestions: readonly PageNames[];
  /** At least one page was looked at. */
  readonly searched: boolean;
  /** So many were not yet. */
  readonly left: number;
  readonly running: { readonly job: Started<NamingJob>; readonly deed: NamingDeed } | null;
  find(useClassList: boolean): void;
  /** Hides the boxes in every copy. `then` runs once they are hidden, not where it was stopped. */
  burn(pages: Input<'names.apply'>['pages'], cover: Cleaning['cover'], then: () => void): void;
  /** Takes the boxes hidden last off again; null where there are none. */
  readonly takeBack: (() => void) | null;
  ended(last: Ended<NamingJob>): void;
}

interface Stay {
  readonly running: Naming['running'];
  readonly burnt: boolean;
  readonly then: (() => void) | null;
}

export function useNaming({ task, reload }: Wall, cleanings: Cleanings): Naming {
  const { api, say, complain } = useApp();
  const { t } = useTranslation('clean');
  const [{ running, burnt, then: after }, change] = useStay<Stay>(`naming ${task.id}`, () => ({ running: null, burnt: false, then: null }));
  const { value } = useAnswer('names.suggestions', { task: task.id }, ['papers.changed', 'names.changed']);
  const { keepAll, forget } = cleanings;

  const start = useCallback(
    async (deed: NamingDeed, call: () => Promise<Started<NamingJob>>, then: (() => void) | null = null) => {
      if (!(await keepAll())) return;
      // A change made before knows nothing of new boxes; whoever went on from it would take them off again.
      if (deed !== 'find') forget();
      change({ running: { job: await call(), deed }, then });
    },
    [keepAll, forget, change],
  );
  const takeBack = useCallback(
    () => void start('take-back', () => api.call('names.takeBack', { task: task.id })).catch(complain),
    [api, start, task.id, complain],
  );

  return useMemo(() => {
    const suggestions = value ?? [];
    return {
      suggestions,
      searched: suggestions.some(({ look }) => look !== 'not-searched'),
      left: suggestions.filter(({ look }) => look === 'not-searched').length,
      running,
      find: (useClassList) => void start('find', () => api.call('names.suggest', { task: task.id, useClassList })).catch(complain),
      burn: (pages, cover, then) => void start('burn', () => api.call('names.apply', { task: task.id, pages, cover }), then).catch(complain),
      takeBack: burnt ? takeBack : null,
      async ended({ state, result }) {
        const pages = result?.pages ?? 0;
        // The pages as they are now come first: nobody may work on them as they were.
        await reload();
        if (running?.deed === 'burn') {
          change({ burnt: true });
          if (state === 'done') {
            say(t('burnt', { count: pages }), takeBack);
            after?.();
          }
        }
        if (running?.deed === 'take-back' && state === 'done') {
          change({ burnt: false });
          say(t('takenBack', { count: pages }));
        }
        change({ running: null, then: null });
      },
    };
  }, [value, running, burnt, after, api, task.id, start, takeBack, reload, change, say, complain, t]);
}
