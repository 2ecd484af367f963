import type { Element, Strip } from '../chart/document.ts';
import type { PrintSettings } from '../api/walls.ts';
import { requestFor, type Finishing } from './finishing.ts';
import { PAPERS, type PaperEdges } from './paper.ts';
import { marginOf, planSheets, seamsToPin, type PinnedSeam, type SheetPlan, type SheetRequest, type WholeBox } from './sheets.ts';

export interface PlanOptions {
  readonly finishing?: Finishing;
  /** The printer's own white edges, in the margin's stead. */
  readonly edges?: PaperEdges;
  /** Seams that somebody put where they are. */
  readonly pinned?: readonly PinnedSeam[];
  /** What hangs already: its seams stay where they are, where the strip still allows it. */
  readonly hanging?: SheetPlan;
}

/** How bad a seam through it is: a paper's handwriting before words, words before decoration. Grounds may be cut anywhere. */
const WEIGHT: Readonly<Record<Element['kind'], number>> = { picture: 3, typed: 3, badge: 2, text: 2, dock: 1, arrow: 1, panel: 0 };

/**
 * The sheets of a strip under the print screen's settings; seams run between samples and lines of text where the slack allows.
 * @throws RangeError in plain words when margins and overlap leave no room, or pinned seams are too close together
 */
export function planStrip(strip: Strip, settings: PrintSettings, { finishing = 'join', edges, pinned = [], hanging }: PlanOptions = {}): SheetPlan {
  const request = requestFor(finishing, { ...requestOf(strip, settings), ...(edges === undefined ? {} : { edges }) });
  if (hanging === undefined || !cutAlike(hanging, request)) return planSheets({ ...request, pinned });
  try {
    return planSheets({ ...request, pinned: [...seamsToPin(hanging), ...pinned] });
  } catch {
    return planSheets({ ...request, pinned });
  }
}

/** Seams of another paper would only be in the way. */
function cutAlike({ paper, overlap, margin }: SheetPlan, request: SheetRequest): boolean {
  return paper.width === request.paper.width && paper.height === request.paper.height && overlap === request.overlap && margin === marginOf(request);
}

/** What the planner needs to know of a strip under the print screen's settings. */
export function requestOf(strip: Strip, settings: PrintSettings): SheetRequest {
  return {
    strip: { width: strip.width, height: strip.height },
    paper: PAPERS[settings.paper],
    orientation: settings.orientation,
    overlap: settings.overlap,
    margin: settings.margin,
    keepWhole: wholeBoxes(strip),
  };
}

function wholeBoxes({ elements }: Strip): WholeBox[] {
  return elements.filter(({ kind }) => WEIGHT[kind] > 0).map(({ kind, x, y, width, height }) => ({ x, y, width, height, weight: WEIGHT[kind] }));
}
