import type { Rect } from '../kernel/rect.ts';
import type { SheetSize } from '../sheets/sheetSize.ts';
import { handoutWords } from '../words/handouts.ts';
import type { ArucoId } from './aruco.ts';

/** Where everything is on an answer sheet, mm: printing puts it there, reading finds it there. */
export interface AnswerSheetPlaces {
  /** Clockwise from the top left. */
  readonly markers: readonly { readonly id: ArucoId; readonly box: Rect }[];
  readonly qr: Rect;
  readonly code: Rect;
  readonly question: Rect;
  readonly writing: Rect;
}

export const MARKER_SIDE = 10;
const QR_SIDE = 18;
/** Some printers leave 14 mm white at the foot. */
const EDGE = { aside: 10, top: 10, bottom: 15 };
const GAP = 4;

/** An upright sheet: markers in the corners, the pupil's code and the question between the upper ones, lines below. */
export function answerSheetPlaces({ width, height }: SheetSize): AnswerSheetPlaces {
  const [left, top] = [EDGE.aside, EDGE.top];
  const right = width - EDGE.aside - MARKER_SIDE;
  const bottom = height - EDGE.bottom - MARKER_SIDE;
  const box = (x: number, y: number): Rect => ({ x, y, width: MARKER_SIDE, height: MARKER_SIDE });
  const inner = left + MARKER_SIDE + GAP;
  const qr = { x: right - GAP - QR_SIDE, y: top, width: QR_SIDE, height: QR_SIDE };
  const writingTop = top + QR_SIDE + GAP;
  return {
    markers: [
      { id: 0, box: box(left, top) },
      { id: 1, box: box(right, top) },
      { id: 2, box: box(right, bottom) },
      { id: 3, box: box(left, bottom) },
    ],
    qr,
    code: { x: inner, y: top, width: qr.x - GAP - inner, height: 8 },
    question: { x: inner, y: top + 8, width: qr.x - GAP - inner, height: QR_SIDE - 8 },
    writing: { x: left, y: writingTop, width: width - 2 * EDGE.aside, height: bottom - GAP - writingTop },
  };
}

const TASK = /^[\w-]{1,40}$/u;
const PUPIL = /^[\p{L}\p{M}\p{N} -]{1,40}$/u;

/** What the QR code says: the task and the pupil's code, never a name; plain ASCII, since readers guess at anything else. Throws a RangeError for what cannot be one. */
export function answerCode(task: string, pupil: string): string {
  const composed = pupil.normalize('NFC');
  if (!TASK.test(task) || !PUPIL.test(composed)) throw new RangeError(handoutWords.answerSheet.notACode(pupil));
  return `SW1/${task}/${encodeURIComponent(composed)}`;
}

/** The task and pupil's code from a QR code; null where it is not one of ours. */
export function readAnswerCode(text: string): { readonly task: string; readonly pupil: string } | null {
  const [, task = '', coded = ''] = /^SW1\/([^/]+)\/([^/]+)$/u.exec(text) ?? [];
  const pupil = decoded(coded);
  return TASK.test(task) && PUPIL.test(pupil) ? { task, pupil } : null;
}

function decoded(coded: string): string {
  try {
    return decodeURIComponent(coded);
  } catch {
    return '';
  }
}
