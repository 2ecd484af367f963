import { writtenPaper, type WrittenPaper } from './writtenPaper.ts';

/** How many papers are written on before they are photographed anew, on other desks. */
const PAPERS_IN_HAND = 24;

const papers = new Map<number, WrittenPaper>();

/** The paper that the photo of this seed shows. */
export async function paperInHand(seed: number): Promise<WrittenPaper> {
  const number = (seed * 31) % PAPERS_IN_HAND;
  const known = papers.get(number) ?? (await writtenPaper(number));
  papers.set(number, known);
  return known;
}
