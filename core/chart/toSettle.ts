import type { Chart } from './document.ts';
import type { SampleFacts } from '../capture/paperFacts.ts';

/** What a team should settle before a paper hangs where classmates see it. */
export interface ToSettle {
  readonly sample: SampleFacts;
  /** Its own handwriting is shown, and it may be of this class: nobody noted a yes. */
  readonly hand: boolean;
  /** Nobody but the first person has looked for names. */
  readonly look: boolean;
}

/** The papers that a chart shows and that something is open about, in the order of the levels. Retyped copies show no hand. */
export function toSettle({ levels, strip }: Chart, samples: readonly SampleFacts[]): ToSettle[] {
  const onStrip = strip?.elements.flatMap((element) => ('sample' in element ? [element.sample] : [])) ?? [];
  const shown = new Set([...levels.flatMap(({ anchors }) => anchors), ...onStrip]);
  const byId = new Map(samples.map((sample) => [sample.id, sample]));
  return [...shown].flatMap((id) => {
    const sample = byId.get(id);
    if (sample === undefined) return [];
    const hand = sample.text === null && sample.origin !== 'elsewhere' && sample.consent !== 'yes';
    const look = !sample.secondLook;
    return hand || look ? [{ sample, hand, look }] : [];
  });
}
