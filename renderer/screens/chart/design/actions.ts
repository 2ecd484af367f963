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
  readonly name: ActionName;
  readonly label: string;
  readonly icon?: IconName;
  readonly loss?: boolean;
  readonly enabled: boolean;
  readonly run: () => void;
}

/** How far a duplicate lies from its first, in mm. */
const APART = 8;
const CLOSER = 1.25;

export type Actions = Readonly<Record<ActionName, Action>>;
export type ActionName =
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
  const act = (name: ActionName, enabled: boolean, run: () => void, more: Pick<Action, 'icon' | 'loss'> = {}): Action => ({
    name,
    label: t(`actions.${name}`),
    enabled,
    run,
    ...more,
  });

  return {
    undo: { ...act('undo', wall.history.undo !== null, wall.undo, { icon: 'undo' }) },
    redo: { ...act('redo', wall.history.redo !== null, wall.redo, { icon: 'redo' }) },
    edit: act('edit', canEdit, edit, { icon: 'pen' }),
    crop: {
      ...act('crop', canCrop, () => designer.setCropping(cropping === null ? (only?.id ?? null) : null), { icon: 'crop' }),
      label: t(cropping === null ? 'actions.crop' : 'actions.crop-done'),
    },
    duplicate: act('duplicate', some, () => put(chosen.map((element) => copyOf(element, APART))), { icon: 'copy' }),
    copy: act('copy', some, () => void (designer.clipboard.current = chosen)),
    paste: act('paste', true, () => {
      const copies = designer.clipboard.current.map((element) => copyOf(element, APART));
      designer.clipboard.current = copies;
      put(copies);
    }),
    remove: act('remove', free.length > 0, () => designer.run({ name: 'remove-elements', ids: free.map(({ id }) => id) }), {
      icon: 'bin',
      loss: true,
    }),
    lock: {
      ...act('lock', some, () => designer.change(chosen.map((element) => ({ ...element, locked: !allLocked, byHand: true }))), { icon: 'lock' }),
      label: t(allLocked ? 'actions.unlock' : 'actions.lock'),
    },
    front: act('front', some, () => order([...ids.filter((id) => !selected.includes(id)), ...selected]), { icon: 'front' }),
    back: act('back', some, () => order([...selected, ...ids.filter((id) => !selected.includes(id))]), { icon: 'back' }),
    forward: act('forward', some, () => order(stepped(ids, selected))),
    backward: act('backward', some, () => order(stepped(ids.toReversed(), selected).toReversed())),
    'align-left': act('align-left', free.length > 1, () => align('left')),
    'align-centre': act('align-centre', free.length > 1, () => align('centre')),
    'align-right': act('align-right', free.length > 1, () => align('right')),
    'align-top': act('align-top', free.length > 1, () => align('top')),
    'align-middle': act('align-middle', free.length > 1, () => align('middle')),
    'align-bottom': act('align-bottom', free.length > 1, () => align('bottom')),
    'spread-across': act('spread-across', free.length > 2, () => spread('across')),
    'spread-down': act('spread-down', free.length > 2, () => spread('down')),
    all: act('all', ids.length > 0, () => designer.select(ids)),
    none: act('none', some || cropping !== null, () => (cropping === null ? designer.select([]) : designer.setCropping(null))),
    'zoom-in': act('zoom-in', true, () => designer.zoom(CLOSER), { icon: 'plus' }),
    'zoom-out': act('zoom-out', true, () => designer.zoom(1 / CLOSER), { icon: 'minus' }),
    'zoom-fit': act('zoom-fit', true, () => designer.zoom('fit')),
    'zoom-real': act('zoom-real', true, () => designer.zoom('real')),
    'zoom-chosen': act('zoom-chosen', some, () => designer.zoom('chosen')),
    'next-element': act('next-element', ids.length > 0, () => step(1)),
    'previous-element': act('previous-element', ids.length > 0, () => step(-1)),
    'lay-afresh': act('lay-afresh', true, () => designer.run({ name: 'lay-out', strip: layOut(chart, strip.orientation, context) })),
    seams: act('seams', true, () => designer.setSeamsShown(!designer.seamsShown)),
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
