import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperFacts } from '../../../../core/capture/paperFacts.ts';
import { useApp } from '../../../api/app.tsx';

type Hands = Pick<PaperFacts, 'origin' | 'consent'>;

export interface Sharing {
  /** What is known of the paper, with what was just said and is still on its way. */
  of(paper: PaperFacts): Hands;
  /** Notes it of all these papers, each keeping what is not said. Where they differed before, a notice offers to take it back. */
  note(papers: readonly PaperFacts[], said: Partial<Hands>): void;
}

/** What a team says about whose handwriting it shows. */
export function useSharing(): Sharing {
  const { api, say, complain } = useApp();
  const { t } = useTranslation('sharing');
  const [told, setTold] = useState<ReadonlyMap<string, Hands>>(new Map());
  const latest = useRef(told);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  return useMemo(() => {
    const put = (notes: ReadonlyMap<string, Hands>): Promise<unknown> => {
      latest.current = new Map([...latest.current, ...notes]);
      setTold(latest.current);
      // One after the other: what was said last stands.
      queue.current = queue.current
        .then(async () => {
          for (const [, alike] of Map.groupBy(notes, ([, hands]) => key(hands)))
            await api.call('papers.setSharing', { papers: alike.map(([id]) => id), origin: alike[0]![1].origin, consent: alike[0]![1].consent });
        })
        .catch(complain);
      return queue.current;
    };
    return {
      of: ({ id, origin, consent }) => told.get(id) ?? { origin, consent },
      note(papers, said) {
        const before = new Map(papers.map(({ id, origin, consent }) => [id, latest.current.get(id) ?? { origin, consent }]));
        const differed = new Set([...before.values()].map(key)).size > 1;
        const after = new Map([...before].map(([id, hands]) => [id, { ...hands, ...said }]));
        void put(after).then(() => differed && say(t('noted', { count: papers.length }), () => void put(before)));
      },
    };
  }, [api, say, complain, t, told]);
}

const key = ({ origin, consent }: Hands): string => `${origin} ${consent}`;
