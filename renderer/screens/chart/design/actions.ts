import type { TFunction } from 'i18next';
import type { Element } from '../../../../core/chart/document.ts';
import { layOut } from '../../../../core/chart/layout.ts';
import { moved } from '../../../../core/chart/reshape.ts';
import { aligned, distributed, type Edge } from '../../../../core/kernel/arrange.ts';
import type { Rect } from '../../../../core/kernel/rect.ts';
import type { IconName } from '../../../components/Icon.tsx';
import type { Designer } from './useDesigner.ts';

/** One thing that can be done: the same for toolbar, menu and keyboard. */
export interface Action {
  readonly name: string;
  readonly label: string;
  /** As in `Ctrl+Shift+K`; the first is shown, all of them work. */
  readonly shortcuts: readonly string[];
  readonly icon?: IconName;
  readonly loss?: boolean;
  readonly enabled: boolean;
  readonly run: () => void;
}

/** How far a duplicate lies from its first, in mm. */
const APART = 8;
const CLOSER = 1.25;

export type Actions = Readonly<Record<ActionName, Action>>;
type ActionName =
  | 'undo'
  | 'redo'
  | 'edit'
  | 'crop'
  | 'duplicate'
  | 'copy'
  | 'paste'
  | 'remove'
  | 'lock'
  | 'front'
  | 'back'
  | 'forward'
  | 'backward'
  | 'align-left'
  | 'align-centre'
  | 'align-right'
  | 'align-top'
  | 'align-middle'
  | 'align-bottom'
  | 'spread-across'
  | 'spread-down'
  | 'all'
  | 'none'
  | 'zoom-in'
  | 'zoom-out'
  | 'zoom-fit'
  | 'zoom-real'
  | 'zoom-chosen'
  | 'next-element'
  | 'previous-element'
  | 'lay-afresh'
  | 'seams';

export function actionsFor(designer: Designer, t: TFunction<'design'>): Actions {
  const { wall, chart, strip, chosen, selected, cropping, context } = designer;
  const some = chosen.length > 0;
  const free = chosen.filter(({ locked }) => locked !== true);
  const [only] = chosen.length === 1 ? chosen : [];
  const ids = strip.elements.map(({ id }) => id);
  const canCrop = only?.kind === 'picture' && only.locked !== true;
  const canEdit = only?.kind === 'text' && only.locked !== true;
  const allLocked = some && free.length === 0;
  const edit = (): void => designer.setTyping(only?.id ?? null);
  const put = (elements: readonly Element[]): void => {
    if (elements.length > 0) designer.add(elements);
  };
  const order = (next: readonly string[]): void => designer.run({ name: 'order-elements', ids: [...next] });
  const align = (edge: Edge): void => designer.change(placed(free, aligned(free, edge)));
  const spread = (direction: 'across' | 'down'): void => designer.change(placed(free, distributed(free, direction)));
  const step = (by: 1 | -1): void => {
    const at = only === undefined ? (by === 1 ? -1 : ids.length) : ids.indexOf(only.id);
    const next = ids[(at + by + ids.length) % ids.length];
    if (next !== undefined) designer.select([next]);
  };
  const act = (name: ActionName, shortcuts: readonly string[], enabled: boolean, run: () => void, more: Pick<Action, 'icon' | 'loss'> = {}): Action => ({
    name,
    label: t(`actions.${name}`),
    shortcuts,
    enabled,
    run,
    ...more,
  });

  return {
    // The window itself listens for these two keys, on every screen.
    undo: { ...act('undo', [], wall.history.undo !== null, wall.undo, { icon: 'undo' }) },
    redo: { ...act('redo', [], wall.history.redo !== null, wall.redo, { icon: 'redo' }) },
    edit: act('edit', ['Enter', 'F2'], canEdit, edit, { icon: 'pen' }),
    crop: {
      ...act('crop', ['C'], canCrop, () => designer.setCropping(cropping === null ? (only?.id ?? null) : null), { icon: 'crop' }),
      label: t(cropping === null ? 'actions.crop' : 'actions.crop-done'),
    },
    duplicate: act('duplicate', ['Ctrl+D'], some, () => put(chosen.map((element) => copyOf(element, APART))), { icon: 'copy' }),
    copy: act('copy', ['Ctrl+C'], some, () => void (designer.clipboard.current = chosen)),
    paste: act('paste', ['Ctrl+V'], true, () => {
      const copies = designer.clipboard.current.map((element) => copyOf(element, APART));
      designer.clipboard.current = copies;
      put(copies);
    }),
    remove: act('remove', ['Delete', 'Backspace'], free.length > 0, () => designer.run({ name: 'remove-elements', ids: free.map(({ id }) => id) }), {
      icon: 'bin',
      loss: true,
    }),
    lock: {
      ...act('lock', ['Shift+L'], some, () => designer.change(chosen.map((element) => ({ ...element, locked: !allLocked, byHand: true }))), { icon: 'lock' }),
      label: t(allLocked ? 'actions.unlock' : 'actions.lock'),
    },
    front: act('front', [']'], some, () => order([...ids.filter((id) => !selected.includes(id)), ...selected]), { icon: 'front' }),
    back: act('back', ['['], some, () => order([...selected, ...ids.filter((id) => !selected.includes(id))]), { icon: 'back' }),
    forward: act('forward', ['Alt+]'], some, () => order(stepped(ids, selected))),
    backward: act('backward', ['Alt+['], some, () => order(stepped(ids.toReversed(), selected).toReversed())),
    'align-left': act('align-left', ['Alt+A'], free.length > 1, () => align('left')),
    'align-centre': act('align-centre', ['Alt+H'], free.length > 1, () => align('centre')),
    'align-right': act('align-right', ['Alt+D'], free.length > 1, () => align('right')),
    'align-top': act('align-top', ['Alt+W'], free.length > 1, () => align('top')),
    'align-middle': act('align-middle', ['Alt+V'], free.length > 1, () => align('middle')),
    'align-bottom': act('align-bottom', ['Alt+S'], free.length > 1, () => align('bottom')),
    'spread-across': act('spread-across', ['Alt+Shift+H'], free.length > 2, () => spread('across')),
    'spread-down': act('spread-down', ['Alt+Shift+V'], free.length > 2, () => spread('down')),
    all: act('all', ['Ctrl+A'], ids.length > 0, () => designer.select(ids)),
    none: act('none', ['Escape'], some || cropping !== null, () => (cropping === null ? designer.select([]) : designer.setCropping(null))),
    'zoom-in': act('zoom-in', ['+', '=', 'Ctrl+=', 'Ctrl++'], true, () => designer.zoom(CLOSER), { icon: 'plus' }),
    'zoom-out': act('zoom-out', ['-', 'Ctrl+-'], true, () => designer.zoom(1 / CLOSER), { icon: 'minus' }),
    'zoom-fit': act('zoom-fit', ['Shift+1'], true, () => designer.zoom('fit')),
    'zoom-real': act('zoom-real', ['Shift+0'], true, () => designer.zoom('real')),
    'zoom-chosen': act('zoom-chosen', ['Shift+2'], some, () => designer.zoom('chosen')),
    'next-element': act('next-element', ['PageDown'], ids.length > 0, () => step(1)),
    'previous-element': act('previous-element', ['PageUp'], ids.length > 0, () => step(-1)),
    'lay-afresh': act('lay-afresh', [], true, () => designer.run({ name: 'lay-out', strip: layOut(chart, strip.orientation, context) })),
    seams: act('seams', ["Ctrl+'"], true, () => designer.setSeamsShown(!designer.seamsShown)),
  };
}

/** The elements where their boxes are now; those that did not move are left as they were. */
function placed(elements: readonly Element[], boxes: readonly Rect[]): Element[] {
  return elements.map((element, index) => moved(element, (boxes[index]?.x ?? element.x) - element.x, (boxes[index]?.y ?? element.y) - element.y));
}

/** A copy is a person's own: the automatic layout knows nothing of it. */
function copyOf(element: Element, apart: number): Element {
  return { ...element, id: crypto.randomUUID(), x: element.x + apart, y: element.y + apart, from: undefined, byHand: undefined, locked: undefined };
}

/** Each chosen id one place further on, past its next neighbour that is not chosen. */
function stepped(ids: readonly string[], chosen: readonly string[]): string[] {
  const next = [...ids];
  for (let index = next.length - 2; index >= 0; index--) {
    const [here, after] = [next[index], next[index + 1]];
    if (here === undefined || after === undefined || !chosen.includes(here) || chosen.includes(after)) continue;
    next[index] = after;
    next[index + 1] = here;
  }
  return next;
}
