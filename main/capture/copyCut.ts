import type { Paper } from '../../core/capture/shownPaper.ts';
import { WHOLE, type Size } from '../../core/capture/trueSize.ts';
import { boxOnPlane, inverse, planeOf } from '../../core/capture/uprightPage.ts';
import { intersection } from '../../core/kernel/rect.ts';
import { viewOf } from '../engines/imaging/clean/cleanPage.ts';
import type { PageRow } from './pageRows.ts';

/** How the page's copy is cut out of its picture, and what of it is covered. `trueSize`: of its paper, mm, where it is known. */
export function cutOf({ width, height, settings }: PageRow, trueSize: Size | null): NonNullable<Paper['pages'][number]['cut']> {
  const { corners } = viewOf({ width, height }, settings, trueSize, 0);
  const onCopy = inverse(planeOf(corners));
  const covered = settings.redactions.flatMap((box) => intersection(boxOnPlane(onCopy, box), WHOLE) ?? []);
  return { corners, covered };
}
