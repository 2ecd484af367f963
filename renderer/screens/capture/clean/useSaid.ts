import { useMemo, useState } from 'react';
import type { PageFacts, PaperFacts } from '../../../../core/capture/paperFacts.ts';
import { useApp } from '../../../api/app.tsx';
import type { Wall } from '../../../api/useWall.ts';
import type { Cleanings } from './useCleanings.ts';
import type { Typings } from './useTypings.ts';

/** What the teacher has said of pages and texts; shown at once, kept a moment later. */
export interface Said {
  /** "No name to be seen." */
  page(page: PageFacts, checked: boolean): void;
  /** "No name in the text." */
  text(paper: PaperFacts, checked: boolean): void;
  /** The paper with everything on it that is still on its way to the disk. A page that is being changed counts as not looked at. */
  asSeen(paper: PaperFacts): PaperFacts;
}

export function useSaid({ reload }: Wall, cleanings: Cleanings, typings: Typings): Said {
  const { api, complain } = useApp();
  const [onTheWay, setOnTheWay] = useState<ReadonlyMap<string, boolean>>(new Map());
  return useMemo(() => {
    const during = async (id: string, checked: boolean, work: () => Promise<unknown>): Promise<void> => {
      setOnTheWay((now) => new Map(now).set(id, checked));
      await work().catch(complain);
      await reload();
      setOnTheWay((now) => new Map([...now].filter(([one]) => one !== id)));
    };
    return {
      page: (page, checked) =>
        void during(page.id, checked, async () => {
          const seen = cleanings.of(page);
          // What could not be kept, or was changed since, must not be vouched for: the copy on the disk is another one.
          if ((await cleanings.keep(page.id)) && cleanings.stands(page, seen)) await api.call('pages.check', { page: page.id, checked });
        }),
      text: (paper, checked) =>
        void during(paper.id, checked, async () => {
          if (await typings.keep(paper.id)) await api.call('papers.checkText', { paper: paper.id, checked });
        }),
      asSeen(paper) {
        const text = typings.of(paper);
        const unchanged = text === (paper.text ?? '');
        return {
          ...paper,
          text: text === '' ? null : text,
          textChecked: onTheWay.get(paper.id) ?? (paper.textChecked && unchanged),
          pages: paper.pages.map((page) => ({ ...page, checked: onTheWay.get(page.id) ?? (page.checked && !cleanings.isOpen(page)) })),
        };
      },
    };
  }, [api, reload, complain, cleanings, typings, onTheWay]);
}
