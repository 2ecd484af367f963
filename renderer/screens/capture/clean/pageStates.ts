import { SURE_OUTLINE } from '../../../../core/capture/outline.ts';
import type { PageFacts, PaperFacts } from '../../../../core/capture/paperFacts.ts';

/** Below this it is a toss-up which end of the page is up. */
const SURE_TURN = 0.5;
/** From here on, words can be read in what shines through from the back. */
const READABLE = 0.2;

export type PageState = 'hand' | 'open' | 'checked';

/** A page in the list, with the paper it belongs to. */
export interface ListedPage {
  readonly page: PageFacts;
  readonly paper: PaperFacts;
  /** Counts from 1 within its paper; null where it is the only one. */
  readonly number: number | null;
}

/** How surely the page's edges were found. A picture of known resolution came from a scanner, where the picture is the page. */
export function edgesOf({ proposal, dpi }: PageFacts): 'scan' | 'none' | 'unsure' | 'sure' {
  if (proposal.quad === null) return dpi === null ? 'none' : 'scan';
  return proposal.confidence < SURE_OUTLINE ? 'unsure' : 'sure';
}

/** What a person should look at on the page first: where its edges are, or which way is up. */
export function toMind(page: PageFacts): 'no-edges' | 'edges' | 'turn' | null {
  const edges = edgesOf(page);
  if (edges === 'none') return 'no-edges';
  if (edges === 'unsure') return 'edges';
  const { turnDegrees, turnConfidence = 1, blank } = page.proposal;
  return (turnDegrees === null || turnConfidence < SURE_TURN) && !blank ? 'turn' : null;
}

export const isSeenThrough = ({ proposal }: PageFacts): boolean => (proposal.showThrough ?? 0) >= READABLE;

export const needsHand = (page: PageFacts): boolean => toMind(page) !== null;

export function stateOf({ page, paper }: ListedPage): PageState {
  if (paper.text !== null ? paper.textChecked : page.checked) return 'checked';
  return needsHand(page) && !page.decided ? 'hand' : 'open';
}

/** All pages, those that need a hand first. */
export function listedPages(papers: readonly PaperFacts[]): ListedPage[] {
  const all = papers.flatMap((paper) => paper.pages.map((page, index) => ({ page, paper, number: paper.pages.length > 1 ? index + 1 : null })));
  return [...all.filter(({ page }) => needsHand(page)), ...all.filter(({ page }) => !needsHand(page))];
}

/** The next page after `id` that is still to be checked, going round; null when there is none but itself. */
export function nextOpen(pages: readonly ListedPage[], id: string): string | null {
  const from = pages.findIndex(({ page }) => page.id === id);
  const round = [...pages.slice(from + 1), ...pages.slice(0, Math.max(0, from))];
  return round.find((listed) => stateOf(listed) !== 'checked')?.page.id ?? null;
}
