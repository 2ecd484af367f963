import { useMemo, useState } from 'react';
import type { PageFacts, SampleFacts } from '../../../../core/capture/paperFacts.ts';
import { useApp } from '../../../api/app.tsx';
import type { Wall } from '../../../api/useWall.ts';
import type { Cleanings } from './useCleanings.ts';
import type { Typings } from './useTypings.ts';

/** What the teacher has said of pages and texts; shown at once, kept a moment later. */
export interface Said {
  /** "No name to be seen." */
  page(page: PageFacts, checked: boolean): void;
  /** "No name in the text." */
  text(sample: SampleFacts, checked: boolean): void;
  /** The paper with everything on it that is still on its way to the disk. A page that is being changed counts as not looked at. */
  asSeen(sample: SampleFacts): SampleFacts;
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
      text: (sample, checked) =>
        void during(sample.id, checked, async () => {
          if (await typings.keep(sample.id)) await api.call('papers.checkText', { sample: sample.id, checked });
        }),
      asSeen(sample) {
        const text = typings.of(sample);
        const unchanged = text === (sample.text ?? '');
        return {
          ...sample,
          text: text === '' ? null : text,
          textChecked: onTheWay.get(sample.id) ?? (sample.textChecked && unchanged),
          pages: sample.pages.map((page) => ({ ...page, checked: onTheWay.get(page.id) ?? (page.checked && !cleanings.isOpen(page)) })),
        };
      },
    };
  }, [api, reload, complain, cleanings, typings, onTheWay]);
}
