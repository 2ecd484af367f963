import type { Chart } from './document.ts';
import type { PaperFacts } from '../capture/paperFacts.ts';

/** What a team should settle before a paper hangs where classmates see it. */
export interface ToSettle {
  readonly paper: PaperFacts;
  /** Its own handwriting is shown, and it may be of this class: nobody noted a yes. */
  readonly hand: boolean;
  /** Nobody but the first person has looked for names. */
  readonly look: boolean;
}

/** The papers that a chart shows and that something is open about, in the order of the levels. Retyped copies show no hand. */
export function toSettle({ levels, strip }: Chart, papers: readonly PaperFacts[]): ToSettle[] {
  const onStrip = strip?.elements.flatMap((element) => ('paper' in element ? [element.paper] : [])) ?? [];
  const shown = new Set([...levels.flatMap(({ anchors }) => anchors), ...onStrip]);
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  return [...shown].flatMap((id) => {
    const paper = byId.get(id);
    if (paper === undefined) return [];
    const hand = paper.text === null && paper.origin !== 'elsewhere' && paper.consent !== 'yes';
    const look = !paper.secondLook;
    return hand || look ? [{ paper, hand, look }] : [];
  });
}
