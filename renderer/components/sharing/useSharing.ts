import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SampleFacts } from '../../../core/api/papers.ts';
import { useApp } from '../../api/app.tsx';

type Hands = Pick<SampleFacts, 'origin' | 'consent'>;

export interface Sharing {
  /** Notes it of all these papers, each keeping what is not said. Where they differed before, a notice offers to take it back. */
  note(samples: readonly SampleFacts[], said: Partial<Hands>): void;
  /** "I looked as well." */
  look(sample: SampleFacts, looked: boolean): Promise<void>;
}

/** What a team says about whose handwriting it shows. */
export function useSharing(): Sharing {
  const { api, say, complain } = useApp();
  const { t } = useTranslation('sharing');
  return useMemo(() => {
    const put = async (notes: readonly (Hands & { id: string })[]): Promise<void> => {
      for (const [, alike] of Map.groupBy(notes, ({ origin, consent }) => `${origin} ${consent}`)) {
        const { origin, consent } = alike[0]!;
        await api.call('papers.setSharing', { samples: alike.map(({ id }) => id), origin, consent });
      }
    };
    return {
      note(samples, said) {
        const before = samples.map(({ id, origin, consent }) => ({ id, origin, consent }));
        const differed = new Set(before.map(({ origin, consent }) => `${origin} ${consent}`)).size > 1;
        put(before.map((one) => ({ ...one, ...said }))).then(
          () => differed && say(t('noted', { count: samples.length }), () => void put(before).catch(complain)),
          complain,
        );
      },
      look: (sample, looked) => api.call('papers.lookAgain', { sample: sample.id, looked }).then(() => undefined, complain),
    };
  }, [api, say, complain, t]);
}
