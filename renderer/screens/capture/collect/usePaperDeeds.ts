import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperFacts } from '../../../../core/capture/paperFacts.ts';
import { useApp } from '../../../api/app.tsx';
import { useUndoKeys } from '../../../keys/useUndoKeys.ts';
import { useDeeds } from '../../../api/useDeeds.ts';
import type { Wall } from '../../../api/useWall.ts';

/** What a teacher does with papers on the table. */
export interface PaperDeeds {
  /** Puts the papers together into the first of them, in the order they lie. */
  merge(papers: readonly PaperFacts[]): void;
  split(page: string): void;
  /** The picture that a paper was cut out of comes back whole. */
  makeOnePage(paper: PaperFacts): void;
  group(size: number): void;
  reorder(order: readonly string[]): void;
  remove(papers: readonly PaperFacts[]): void;
  give(paper: PaperFacts, pupil: string | null, who: string): void;
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
}

export function usePaperDeeds({ task, papers }: Wall): PaperDeeds {
  const { api } = useApp();
  const { t } = useTranslation('collect');
  const { perform, undo, redo } = useDeeds();
  // Ctrl+Z on this screen never reaches the chart that nobody sees.
  useUndoKeys('screen', { undo, redo });
  return useMemo(() => {
    const before = papers.map(({ id, pages, text }) => ({ paper: id, pages: pages.map((page) => page.id), text }));
    const back = (): Promise<unknown> => api.call('papers.arrange', { task: task.id, papers: before });
    return {
      undo,
      redo,
      merge([into, ...others]) {
        if (into === undefined) return;
        const run = async (): Promise<void> => {
          for (const from of others) await api.call('papers.merge', { into: into.id, from: from.id });
        };
        perform({ message: t('merged', { code: into.code }), told: true, run, back });
      },
      split: (page) => perform({ message: t('splitDone'), told: true, run: () => api.call('papers.split', { page }), back }),
      makeOnePage: ({ id, code }) =>
        perform({
          message: t('onePageDone', { code }),
          told: true,
          run: () => api.call('papers.asOnePage', { paper: id }),
          back: () => api.call('papers.cutAgain', { paper: id }),
        }),
      group: (size) => perform({ message: t('grouped', { count: size }), told: true, run: () => api.call('papers.group', { task: task.id, size }), back }),
      reorder: (order) => perform({ message: t('moved'), told: false, run: () => api.call('papers.reorder', { task: task.id, order: [...order] }), back }),
      remove: (papers) =>
        perform({
          message: t('removed', { count: papers.length, code: papers[0]?.code ?? '' }),
          told: true,
          run: () => Promise.all(papers.map(({ id }) => api.call('papers.bin', { paper: id }))),
          back: () => Promise.all(papers.map(({ id }) => api.call('papers.takeOut', { paper: id }))),
        }),
      give: (paper, pupil, who) =>
        perform({
          message: pupil === null ? t('takenFrom') : t('given', { who }),
          told: false,
          run: () => api.call('papers.setPupil', { paper: paper.id, pupil }),
          back: () => api.call('papers.setPupil', { paper: paper.id, pupil: paper.pupil }),
        }),
    };
  }, [api, t, perform, undo, redo, task.id, papers]);
}
