import type { LineOfTextMark, Mark, PathMark, PictureMark } from '../../core/drawing/mark.ts';
import { canvasFamilies } from './fonts.tsx';
import { STAGE } from './stageInks.ts';

/** Gives the best picture there is at this moment, or null while it is on its way. */
export type PictureFor = (media: string) => CanvasImageSource | null;

/** Draws a mark in millimetres; the caller has scaled the canvas so that one unit is one millimetre. */
export function drawMark(canvas: CanvasRenderingContext2D, mark: Mark, pictureFor: PictureFor): void {
  switch (mark.kind) {
    case 'box':
      canvas.beginPath();
      canvas.roundRect(mark.box.x, mark.box.y, mark.box.width, mark.box.height, mark.radius);
      return ink(canvas, mark.fill, mark.stroke, mark.strokeWidth, mark.dash);
    case 'path':
      return drawPath(canvas, mark);
    case 'text':
      return drawLine(canvas, mark);
    case 'picture':
      return drawPicture(canvas, mark, pictureFor(mark.media));
  }
}

function ink(canvas: CanvasRenderingContext2D, fill: string | null, stroke: string | null, width: number, dash: readonly number[]): void {
  if (fill !== null) {
    canvas.fillStyle = fill;
    canvas.fill();
  }
  if (stroke !== null && width > 0) {
    canvas.strokeStyle = stroke;
    canvas.lineWidth = width;
    canvas.setLineDash([...dash]);
    canvas.stroke();
    canvas.setLineDash([]);
  }
}

function drawPath(canvas: CanvasRenderingContext2D, mark: PathMark): void {
  canvas.beginPath();
  for (const line of mark.lines) {
    line.forEach(({ x, y }, index) => (index === 0 ? canvas.moveTo(x, y) : canvas.lineTo(x, y)));
    if (mark.closed) canvas.closePath();
  }
  canvas.lineJoin = 'round';
  canvas.lineCap = 'round';
  ink(canvas, mark.fill, mark.stroke, mark.strokeWidth, []);
}

/** Canvas sets small sizes badly: the line is set at 100 units and scaled. */
const SET_AT = 100;

function drawLine(canvas: CanvasRenderingContext2D, mark: LineOfTextMark): void {
  canvas.save();
  canvas.translate(mark.x, mark.baseline);
  canvas.scale(mark.size / SET_AT, mark.size / SET_AT);
  canvas.font = `${SET_AT}px "${canvasFamilies[mark.face]}"`;
  canvas.fontKerning = 'normal';
  canvas.textRendering = 'geometricPrecision';
  canvas.textBaseline = 'alphabetic';
  canvas.fillStyle = mark.colour;
  canvas.fillText(mark.text, 0, 0);
  canvas.restore();
}

function drawPicture(canvas: CanvasRenderingContext2D, { box, crop }: PictureMark, picture: CanvasImageSource | null): void {
  if (picture === null) {
    canvas.fillStyle = STAGE.missingPicture;
    canvas.fillRect(box.x, box.y, box.width, box.height);
    return;
  }
  const { width, height } = picture as HTMLImageElement;
  canvas.imageSmoothingQuality = 'high';
  canvas.drawImage(picture, crop.x * width, crop.y * height, crop.width * width, crop.height * height, box.x, box.y, box.width, box.height);
}
