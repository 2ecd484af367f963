import { Canvas, config } from 'fabric/es';
import { STAGE } from './stageInks.ts';

/** More dots than this cost time that a drag does not have. */
const MOST_DOTS = 2;

/** Fabric's canvas with what our stage needs besides. */
export class StageCanvas extends Canvas {
  private sharp = true;

  constructor(element: HTMLCanvasElement) {
    super(element, {
      renderOnAddRemove: false,
      preserveObjectStacking: true,
      selectionFullyContained: true,
      enablePointerEvents: true,
      stopContextMenu: false,
      uniformScaling: false,
      selectionColor: STAGE.choosing,
      selectionBorderColor: STAGE.focus,
      selectionLineWidth: 1.5,
      targetFindTolerance: 2,
    });
    config.configure({ devicePixelRatio: Math.min(window.devicePixelRatio, MOST_DOTS) });
  }

  /** Ends a drag or a marquee as if it had never begun. */
  abandonGesture(): void {
    this._currentTransform = null;
    this._groupSelector = null;
    this.requestRenderAll();
  }

  get busy(): boolean {
    return Boolean(this._currentTransform) || Boolean(this._groupSelector);
  }

  /** Fewer dots while the strip is moving under the hand, all of them once it rests. */
  setSharp(sharp: boolean): void {
    if (sharp === this.sharp || window.devicePixelRatio <= 1) return;
    this.sharp = sharp;
    config.configure({ devicePixelRatio: sharp ? Math.min(window.devicePixelRatio, MOST_DOTS) : 1 });
    this.setDimensions({ width: this.width, height: this.height });
  }
}
