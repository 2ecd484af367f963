import { ActiveSelection, type FabricObject } from 'fabric/es';
import type { Element, Strip } from '../../core/chart/document.ts';
import type { PaintContext } from '../../core/chart/paintPaper.ts';
import { boxOf, croppedTo, moved, pannedCrop, pulled, resized, type Handle } from '../../core/chart/reshape.ts';
import { EVERY_PART, joinStops, snap, stopsOf, type Guide, type Part, type Stops } from '../../core/chart/snap.ts';
import { visibleSeams } from '../../core/chart/wordsCut.ts';
import { bounds, contains, type Rect } from '../../core/kernel/rect.ts';
import type { SheetPlan } from '../../core/sheets/sheets.ts';
import { ElementObject } from './ElementObject.ts';
import { StageCanvas } from './StageCanvas.ts';
import { pictures } from './pictureStore.ts';
import { drawGround, drawGuides, drawSeams } from './stageDrawing.ts';
import { STAGE } from './stageInks.ts';
import { listenForGestures } from './stageGestures.ts';
import { keptInSight, onStrip, type Area, type View } from './view.ts';

/** How near a line must be to be snapped to, in pixels of the screen. */
const SNAP_PIXELS = 8;

export interface StageEvents {
  /** A person chose these elements on the stage. */
  readonly onSelect: (ids: readonly string[]) => void;
  /** A gesture ended: the elements as they are now. */
  readonly onChange: (elements: readonly Element[]) => void;
  /** A double click; null where there is nothing. */
  readonly onOpen: (id: string | null) => void;
  readonly onView: (view: View) => void;
}

/** What the stage shows; the document is the only truth. */
export interface Scene {
  readonly strip: Strip;
  readonly context: PaintContext;
  readonly selected: readonly string[];
  /** The picture whose crop is being changed. */
  readonly cropping: string | null;
  /** The text that is being typed over the stage. */
  readonly typing: string | null;
  /** The sheets whose seams are shown and snapped to. */
  readonly plan: SheetPlan | null;
}

export interface Stage {
  show(scene: Scene): void;
  resize(area: Area): void;
  setView(view: View): void;
  /** While this is set a press moves the strip, whatever it meets. */
  grab(grabbing: boolean): void;
  /** The topmost element under a point of the window (as in `clientX`, `clientY`), panels last. */
  idAt(x: number, y: number): string | null;
  dispose(): void;
}

/** The strip on Fabric: a projection of the chart document that is moved about by hand, and tells what the hand did. */
export function createStage(host: HTMLElement, first: View, events: StageEvents): Stage {
  const element = document.createElement('canvas');
  host.append(element);
  const canvas = new StageCanvas(element);
  const objects = new Map<string, ElementObject>();
  let scene: Scene | null = null;
  let view = first;
  let guides: readonly Guide[] = [];
  let stops: Stops | null = null;
  let projecting = false;
  /** Alt or Ctrl is held: nothing snaps. */
  let free = false;
  /** Where a press began that met nothing but ground. */
  let down: { x: number; y: number } | null = null;

  const setView = (next: View): void => {
    view = scene === null ? next : keptInSight(next, scene.strip, { width: canvas.width, height: canvas.height });
    canvas.setViewportTransform([view.zoom, 0, 0, view.zoom, view.x, view.y]);
    canvas.requestRenderAll();
    events.onView(view);
  };

  /** Lines to snap to, gathered once a drag. */
  const gathered = (): Stops => {
    if (stops !== null || scene === null) return stops ?? { x: [], y: [] };
    const { strip, plan } = scene;
    const held = new Set(canvas.getActiveObjects());
    const others = [...objects.values()].filter((object) => !held.has(object)).map((object) => object.element);
    const seams = plan === null ? [] : visibleSeams(plan);
    stops = joinStops(stopsOf([{ x: 0, y: 0, width: strip.width, height: strip.height }, ...others]), {
      x: seams.filter(({ axis }) => axis === 'x'),
      y: seams.filter(({ axis }) => axis === 'y'),
    });
    return stops;
  };
  const snapped = (box: Rect, parts: { x: readonly Part[]; y: readonly Part[] }): { dx: number; dy: number } => {
    if (free) {
      guides = [];
      return { dx: 0, dy: 0 };
    }
    const result = snap(box, parts, gathered(), SNAP_PIXELS / view.zoom);
    guides = result.guides;
    return result;
  };

  const pull = (object: ElementObject, handle: Handle, dx: number, dy: number): boolean => {
    if (scene === null) return false;
    const rough = pulled(object.before, handle, dx, dy);
    const by = snapped(rough, {
      x: partsOf(handle.x === null ? null : handle.x === 'left' ? 'start' : 'end'),
      y: partsOf(handle.y === null ? null : handle.y === 'top' ? 'start' : 'end'),
    });
    const { before } = object;
    object.show(
      object.cropping && before.kind === 'picture'
        ? croppedTo(before, pulled(before, handle, dx + by.dx, dy + by.dy))
        : resized(before, handle, dx + by.dx, dy + by.dy, scene.context),
    );
    return true;
  };

  const project = (next: Scene): void => {
    projecting = true;
    canvas.discardActiveObject();
    const { strip, context, cropping, typing } = next;
    const ids = strip.elements.map(({ id }) => id);
    const known = [...objects.keys()];
    for (const item of strip.elements) {
      const object = objects.get(item.id);
      if (object === undefined || object.element.kind !== item.kind) objects.set(item.id, new ElementObject(item, context, pull));
      else object.show(item, context);
    }
    for (const id of known) if (!ids.includes(id)) objects.delete(id);
    const inOrder = ids.flatMap((id) => objects.get(id) ?? []);
    const shown: readonly FabricObject[] = canvas.getObjects();
    if (inOrder.length !== shown.length || inOrder.some((object, index) => object !== shown[index])) {
      canvas.remove(...shown);
      canvas.add(...inOrder);
    }
    for (const object of inOrder) {
      const chosen = next.selected.includes(object.element.id);
      object.before = object.element;
      object.cropping = object.element.id === cropping;
      object.hiddenWords = object.element.id === typing;
      object.selectable = cropping === null || object.cropping;
      // A ground is only dragged once it is chosen, so that a marquee can begin on it; a click chooses it.
      object.evented = object.selectable && (object.element.kind !== 'panel' || chosen);
    }
    const chosen = next.selected.flatMap((id) => objects.get(id) ?? []);
    const [only] = chosen;
    if (chosen.length === 1 && only) canvas.setActiveObject(only);
    else if (chosen.length > 1) canvas.setActiveObject(groupOf(chosen, canvas));
    projecting = false;
    canvas.requestRenderAll();
  };

  const idAtPoint = (point: { x: number; y: number }): string | null => {
    const hit = (scene?.strip.elements ?? []).filter((item) => contains(item, { ...point, width: 0, height: 0 })).toReversed();
    return (hit.find(({ kind }) => kind !== 'panel') ?? hit[0])?.id ?? null;
  };

  const reportSelection = (): void => {
    if (projecting) return;
    events.onSelect(canvas.getActiveObjects().flatMap((object) => (object instanceof ElementObject ? object.element.id : [])));
  };
  canvas.on('selection:created', reportSelection);
  canvas.on('selection:updated', reportSelection);
  canvas.on('selection:cleared', reportSelection);
  canvas.on('mouse:down:before', ({ e }) => {
    free = e.altKey || e.ctrlKey || e.metaKey;
    stops = null;
  });
  canvas.on('mouse:move:before', ({ e }) => {
    free = e.altKey || e.ctrlKey || e.metaKey;
    if (canvas.busy) canvas.setSharp(false);
  });
  canvas.on('mouse:down', ({ target, e }) => {
    down = target === undefined ? { x: 'clientX' in e ? e.clientX : 0, y: 'clientY' in e ? e.clientY : 0 } : null;
  });
  canvas.on('mouse:up', ({ e, scenePoint }) => {
    canvas.setSharp(true);
    const still = down !== null && 'clientX' in e && Math.hypot(e.clientX - down.x, e.clientY - down.y) < 4;
    down = null;
    if (!still || scene === null || scene.cropping !== null) return;
    const ground = idAtPoint(scenePoint);
    if (ground !== null) events.onSelect(e.shiftKey ? [...new Set([...scene.selected, ground])] : [ground]);
  });
  canvas.on('object:moving', ({ target }) => {
    if (target instanceof ElementObject && target.cropping && target.before.kind === 'picture') {
      target.show(pannedCrop(target.before, target.left - target.before.x, target.top - target.before.y));
      return;
    }
    const box = boxOfObject(target);
    const { dx, dy } = snapped(box, { x: EVERY_PART, y: EVERY_PART });
    target.set({ left: target.left + dx, top: target.top + dy });
    target.setCoords();
  });
  canvas.on('object:modified', ({ target }) => {
    guides = [];
    stops = null;
    const changed = changesOf(target);
    if (changed.length > 0) events.onChange(changed);
  });
  canvas.on('mouse:dblclick', ({ scenePoint }) => events.onOpen(idAtPoint(scenePoint)));
  canvas.on('before:render', ({ ctx }) => scene && drawGround(ctx, scene.strip, view));
  canvas.on('after:render', ({ ctx }) => {
    if (ctx !== canvas.getContext()) return;
    if (scene?.plan) drawSeams(ctx, scene.plan, view);
    if (guides.length > 0 && canvas.busy) drawGuides(ctx, guides, view);
  });

  const stopArrivals = pictures.onArrival(() => canvas.requestRenderAll());
  const gestures = listenForGestures(host, canvas, {
    view: () => view,
    setView,
    takeBack() {
      down = null;
      if (!canvas.busy) return;
      canvas.abandonGesture();
      if (scene !== null) project(scene);
    },
  });

  return {
    show(next) {
      const wasNone = scene === null;
      scene = next;
      project(next);
      if (wasNone) setView(view);
    },
    resize({ width, height }) {
      canvas.setDimensions({ width, height });
      setView(view);
    },
    setView,
    grab: gestures.grab,
    idAt(x, y) {
      const box = host.getBoundingClientRect();
      return idAtPoint(onStrip({ x: x - box.x, y: y - box.y }, view));
    },
    dispose() {
      stopArrivals();
      gestures.stop();
      void canvas.dispose();
      host.replaceChildren();
    },
  };
}

const partsOf = (part: Part | null): readonly Part[] => (part === null ? [] : [part]);

/** Chosen together they can be moved, not stretched. */
function groupOf(chosen: readonly ElementObject[], canvas: StageCanvas): ActiveSelection {
  const locked = chosen.some(({ element }) => element.locked === true);
  return new ActiveSelection([...chosen], {
    canvas,
    hasControls: false,
    lockMovementX: locked,
    lockMovementY: locked,
    borderColor: STAGE.focus,
    borderScaleFactor: 1.5,
    originX: 'left',
    originY: 'top',
  });
}

function boxOfObject(object: FabricObject): Rect {
  if (object instanceof ElementObject) return { ...boxOf(object.element), x: object.left, y: object.top };
  const { x, y } = object.getCenterPoint();
  const [width, height] = [object.width * object.scaleX, object.height * object.scaleY];
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** What a gesture made of the elements: a pulled handle has changed its own element already, a drag has only moved the object. */
function changesOf(target: FabricObject): Element[] {
  if (target instanceof ElementObject) {
    if (target.element !== target.before) return [target.element];
    const [dx, dy] = [target.left - target.before.x, target.top - target.before.y];
    return dx === 0 && dy === 0 ? [] : [moved(target.before, dx, dy)];
  }
  if (!(target instanceof ActiveSelection)) return [];
  const held = target.getObjects().flatMap((object) => (object instanceof ElementObject ? object : []));
  const before = bounds(held.map((object) => object.before));
  if (before === null) return [];
  const now = boxOfObject(target);
  const [dx, dy] = [now.x + now.width / 2 - before.x - before.width / 2, now.y + now.height / 2 - before.y - before.height / 2];
  return Math.abs(dx) + Math.abs(dy) < 1e-6 ? [] : held.map((object) => moved(object.before, dx, dy));
}
