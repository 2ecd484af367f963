import type { Cleaning, Point } from '../../../../core/capture/cleaning.ts';
import { FileProblem } from '../../../../core/capture/fileProblem.ts';
import { captureWords } from '../../../../core/words/capture.ts';
import type { Imaging, PageEvent } from '../imaging.ts';
import type { FoundName } from '../names/namesOnPage.ts';

/** What the command `page` says of one page: pixels are of the upright picture, pages count from 1. */
export interface PageDescription {
  readonly file: string;
  readonly page: number;
  /** How many the file has; where more than one is seen in the picture itself, those, in reading order. */
  readonly pages: number | readonly PageSeen[];
  readonly width: number;
  readonly height: number;
  /** Top left, top right, bottom right, bottom left. */
  readonly quad: readonly Corner[] | null;
  readonly confidence: number;
  readonly skewDegrees: number | null;
  /** Clockwise; null where a person has to be asked which way is up. */
  readonly turnDegrees: number | null;
  readonly dpi: number | null;
  readonly suggestions: readonly Suggestion[];
}

/** One of several pages in a picture, and where it meets the one facing it; null where none does. */
export interface PageSeen {
  readonly quad: readonly Corner[];
  readonly fold: readonly [Corner, Corner] | null;
}

type Corner = readonly [x: number, y: number];

/** A place to look at, in px of the upright picture. */
export interface Suggestion {
  readonly kind: 'name';
  readonly box: readonly [x0: number, y0: number, x1: number, y1: number];
  readonly why: string;
}

/** In the middle between the faintest pencil and the cleanest paper. */
const MIDDLING = 0.5;

/**
 * One page through the whole of capture: what is seen on it, and `straightened()`, a PNG of it straightened, turned and whitened.
 * Throws a FileProblem where the page can't be read, a RangeError where the file has no such page.
 */
export async function describePage(
  imaging: Imaging,
  file: string,
  bytes: Uint8Array,
  page: number,
): Promise<{ description: PageDescription; straightened: () => Promise<Uint8Array> }> {
  const { picture, pages } = await readOnly(imaging, bytes, page);
  const { width, height, dpi, proposal, jpeg } = picture;
  const { quad, confidence, skewDegrees, others = [], fold } = proposal;
  const seen = quad === null || others.length === 0 ? [] : [quad, ...others];
  const lying: Cleaning = {
    quad,
    turn: proposal.turnDegrees ?? 0,
    degrees: -(skewDegrees ?? 0),
    crop: { x: 0, y: 0, width: 1, height: 1 },
    flatten: MIDDLING,
    lightenRules: false,
    showThrough: false,
    redactions: [],
    cover: 'paper',
  };
  const names = proposal.blank ? null : await imaging.names.find(jpeg, { placing: lying, trueSize: null, names: [] });
  const turnDegrees = proposal.turnDegrees ?? (names?.told === true ? names.turn : null);
  const cleaning = { ...lying, turn: turnDegrees ?? 0 };
  return {
    description: {
      file,
      page,
      pages:
        seen.length === 0 ? pages : seen.map((one) => ({ quad: one.map(asCorner), fold: fold === undefined ? null : [asCorner(fold[0]), asCorner(fold[1])] })),
      width,
      height,
      quad: quad?.map(asCorner) ?? null,
      confidence: hundredths(confidence),
      skewDegrees,
      turnDegrees,
      dpi,
      suggestions: names?.found.map(asSuggestion) ?? [],
    },
    straightened: () => imaging.cleanToPng(jpeg, cleaning, { trueSize: null }),
  };
}

const asCorner = ({ x, y }: Point): Corner => [hundredths(x), hundredths(y)];

const asSuggestion = ({ box, reason, sureness }: FoundName): Suggestion => ({
  kind: 'name',
  box: [box.x, box.y, box.x + box.width, box.y + box.height],
  why: `${captureWords.nameFound[reason]} (${sureness})`,
});

async function readOnly(imaging: Imaging, bytes: Uint8Array, page: number): Promise<{ picture: PageEvent; pages: number }> {
  let pages = 0;
  for await (const event of imaging.read(bytes, { only: page })) {
    if (event.kind === 'opened') pages = event.pages;
    else if (event.kind === 'page-failed') throw event.problem;
    else return { picture: event, pages };
  }
  if (pages === 0) throw new FileProblem('empty');
  throw new RangeError(captureWords.noSuchPage(page, pages));
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
