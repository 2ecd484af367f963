import { Control, FabricObject, type Transform } from 'fabric/es';
import type { Element } from '../../core/chart/document.ts';
import { paint } from '../../core/chart/paint.ts';
import type { PaintContext } from '../../core/chart/paintPaper.ts';
import { handlesOf, wholePicture, type Handle } from '../../core/chart/reshape.ts';
import type { Mark } from '../../core/drawing/mark.ts';
import { WALL } from '../../core/drawing/palette.ts';
import { drawMark } from './drawMark.ts';
import { pictures } from './pictureStore.ts';
import { STAGE } from './stageInks.ts';

/** Pulls a handle by so many millimetres from where the gesture began; true when something changed. */
export type Pull = (object: ElementObject, handle: Handle, dx: number, dy: number) => boolean;

/** What Fabric moves about: one element of the strip, drawn with the same marks as on paper. One unit is one millimetre. */
export class ElementObject extends FabricObject {
  element: Element;
  /** The element when the gesture in hand began. */
  before: Element;
  /** Its crop is being changed: the rest of the copy shows through. */
  cropping = false;
  /** Its words are being typed elsewhere. */
  hiddenWords = false;
  private painted: readonly Mark[] | null = null;
  private paintContext: PaintContext;

  constructor(element: Element, paintContext: PaintContext, pull: Pull) {
    super({
      originX: 'left',
      originY: 'top',
      objectCaching: false,
      strokeWidth: 0,
      lockRotation: true,
      lockSkewingX: true,
      lockSkewingY: true,
      borderColor: STAGE.focus,
      borderScaleFactor: 2,
      cornerColor: WALL.sheet,
      cornerStrokeColor: STAGE.focus,
      cornerStyle: 'circle',
      cornerSize: 13,
      touchCornerSize: 40,
      transparentCorners: false,
    });
    this.element = element;
    this.before = element;
    this.paintContext = paintContext;
    this.controls = Object.fromEntries(handlesOf(element).map((handle) => [nameOf(handle), controlFor(handle, pull)]));
    this.show(element, paintContext);
  }

  /** Takes the place and look of `element`. */
  show(element: Element, paintContext: PaintContext = this.paintContext): void {
    const same = element === this.element && paintContext === this.paintContext;
    this.element = element;
    this.paintContext = paintContext;
    if (!same) this.painted = null;
    const locked = element.locked === true;
    this.set({ left: element.x, top: element.y, width: element.width, height: element.height, scaleX: 1, scaleY: 1 });
    this.set({
      lockMovementX: locked,
      lockMovementY: locked,
      hasControls: !locked,
      borderDashArray: locked ? [6, 4] : null,
      hoverCursor: locked ? 'default' : 'move',
    });
    this.setCoords();
  }

  override _render(canvas: CanvasRenderingContext2D): void {
    if (this.hiddenWords) return;
    // Fabric has put the origin into the middle of the box.
    canvas.translate(-this.element.x - this.element.width / 2, -this.element.y - this.element.height / 2);
    const pixels = canvas.getTransform().a;
    if (this.cropping && this.element.kind === 'picture') this.drawRest(canvas, pixels);
    this.painted ??= paint(this.element, this.paintContext);
    for (const mark of this.painted)
      drawMark(canvas, mark, (media) => pictures.get(media, mark.kind === 'picture' ? (mark.box.width / mark.crop.width) * pixels : 0));
  }

  private drawRest(canvas: CanvasRenderingContext2D, pixels: number): void {
    if (this.element.kind !== 'picture') return;
    const { paper, page } = this.element;
    const media = this.paintContext.papers.get(paper)?.pages.find((one) => one.page === page)?.media;
    if (media === undefined) return;
    const box = wholePicture(this.element);
    canvas.globalAlpha = 0.35;
    drawMark(canvas, { kind: 'picture', media, box, crop: { x: 0, y: 0, width: 1, height: 1 } }, () => pictures.get(media, box.width * pixels));
    canvas.globalAlpha = 1;
  }
}

const nameOf = ({ x, y }: Handle): string => `${y ?? ''} ${x ?? ''}`.trim();

function controlFor(handle: Handle, pull: Pull): Control {
  return new Control({
    x: handle.x === null ? 0 : handle.x === 'left' ? -0.5 : 0.5,
    y: handle.y === null ? 0 : handle.y === 'top' ? -0.5 : 0.5,
    actionName: 'pull',
    cursorStyle: cursorFor(handle),
    actionHandler: (_event, transform: Transform, x, y) =>
      transform.target instanceof ElementObject && pull(transform.target, handle, x - transform.ex, y - transform.ey),
  });
}

function cursorFor({ x, y }: Handle): string {
  if (x === null) return 'ns-resize';
  if (y === null) return 'ew-resize';
  return (x === 'left') === (y === 'top') ? 'nwse-resize' : 'nesw-resize';
}
