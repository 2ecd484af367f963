import type { Guide } from '../../core/chart/snap.ts';
import { WALL } from '../../core/drawing/palette.ts';
import type { SheetPlan } from '../../core/sheets/sheets.ts';
import { visibleSeams } from '../../core/chart/wordsCut.ts';
import { STAGE } from './stageInks.ts';
import { onStage, type Area, type View } from './view.ts';

/** The strip as a sheet of paper that lies on the table; drawn under everything else, in pixels of the stage. */
export function drawGround(canvas: CanvasRenderingContext2D, strip: Area, view: View): void {
  const box = onStage({ x: 0, y: 0, width: strip.width, height: strip.height }, view);
  canvas.save();
  canvas.shadowColor = STAGE.shadow;
  canvas.shadowBlur = 26;
  canvas.shadowOffsetY = 10;
  canvas.fillStyle = WALL.sheet;
  canvas.fillRect(box.x, box.y, box.width, box.height);
  canvas.restore();
}

/** Where the sheets meet, and what each is called. */
export function drawSeams(canvas: CanvasRenderingContext2D, plan: SheetPlan, view: View): void {
  canvas.save();
  canvas.strokeStyle = STAGE.seam;
  canvas.lineWidth = 1.25;
  canvas.setLineDash([5, 5]);
  canvas.beginPath();
  for (const { axis, at, from, to } of visibleSeams(plan)) {
    const [start, end] =
      axis === 'x'
        ? [
            { x: at, y: from },
            { x: at, y: to },
          ]
        : [
            { x: from, y: at },
            { x: to, y: at },
          ];
    canvas.moveTo(Math.round(start.x * view.zoom + view.x) + 0.5, Math.round(start.y * view.zoom + view.y) + 0.5);
    canvas.lineTo(Math.round(end.x * view.zoom + view.x) + 0.5, Math.round(end.y * view.zoom + view.y) + 0.5);
  }
  canvas.stroke();
  canvas.restore();
  drawNames(canvas, plan, view);
}

/** Names stand beside the strip's long sides where a sheet reaches them, else small in the sheet's corner. */
function drawNames(canvas: CanvasRenderingContext2D, { sheets, strip }: SheetPlan, view: View): void {
  canvas.save();
  canvas.font = '600 11px Lexend, sans-serif';
  canvas.fillStyle = STAGE.seamLabel;
  canvas.textBaseline = 'middle';
  for (const { label, visible } of sheets) {
    const box = onStage(visible, view);
    if (Math.min(box.width, box.height) < 18) continue;
    const upright = strip.height > strip.width;
    const first = (upright ? visible.x : visible.y) < 1e-3;
    const last = upright ? visible.x + visible.width > strip.width - 1e-3 : visible.y + visible.height > strip.height - 1e-3;
    canvas.textAlign = upright && last ? 'left' : upright && first ? 'right' : last || first ? 'center' : 'left';
    if (upright && last) canvas.fillText(label, box.x + box.width + 8, box.y + box.height / 2);
    else if (upright && first) canvas.fillText(label, box.x - 8, box.y + box.height / 2);
    else if (last) canvas.fillText(label, box.x + box.width / 2, box.y + box.height + 14);
    else if (first) canvas.fillText(label, box.x + box.width / 2, box.y - 12);
    else canvas.fillText(label, box.x + 5, box.y + 10);
  }
  canvas.restore();
}

export function drawGuides(canvas: CanvasRenderingContext2D, guides: readonly Guide[], view: View): void {
  canvas.save();
  canvas.strokeStyle = STAGE.guide;
  canvas.lineWidth = 1;
  canvas.beginPath();
  for (const { axis, at, from, to } of guides) {
    const place = Math.round(at * view.zoom + (axis === 'x' ? view.x : view.y)) + 0.5;
    const other = axis === 'x' ? view.y : view.x;
    const [start, end] = [from * view.zoom + other - 8, to * view.zoom + other + 8];
    if (axis === 'x') {
      canvas.moveTo(place, start);
      canvas.lineTo(place, end);
    } else {
      canvas.moveTo(start, place);
      canvas.lineTo(end, place);
    }
  }
  canvas.stroke();
  canvas.restore();
}
