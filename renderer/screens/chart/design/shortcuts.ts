import type { TFunction } from 'i18next';
import { moved } from '../../../../core/chart/reshape.ts';
import type { Keys } from '../../../keys/chord.ts';
import type { Binding } from '../../../keys/keyboard.ts';
import type { ActionName, Actions } from './actions.ts';
import type { Designer } from './useDesigner.ts';

/** The keys of the designer's actions; the first is shown in menus and tips, all of them work. */
const SHORTCUTS: Partial<Readonly<Record<ActionName, readonly Keys[]>>> = {
  edit: ['Enter', 'F2'],
  crop: ['C'],
  duplicate: ['Mod+D'],
  copy: ['Mod+C'],
  paste: ['Mod+V'],
  remove: ['Delete', 'Backspace'],
  lock: ['Shift+L'],
  front: [']'],
  back: ['['],
  forward: ['Alt+]'],
  backward: ['Alt+['],
  'align-left': ['Alt+A'],
  'align-centre': ['Alt+H'],
  'align-right': ['Alt+D'],
  'align-top': ['Alt+W'],
  'align-middle': ['Alt+V'],
  'align-bottom': ['Alt+S'],
  'spread-across': ['Alt+Shift+H'],
  'spread-down': ['Alt+Shift+V'],
  all: ['Mod+A'],
  none: ['Escape'],
  'zoom-in': ['+', '=', 'Mod+=', 'Mod++'],
  'zoom-out': ['-', 'Mod+-'],
  'zoom-fit': ['Shift+1'],
  'zoom-real': ['Shift+0'],
  'zoom-chosen': ['Shift+2'],
  'next-element': ['PageDown'],
  'previous-element': ['PageUp'],
  seams: ["Mod+'"],
};

/** What menus and tips show; undo and redo are the window's own. */
const SHOWN: Partial<Readonly<Record<ActionName, Keys>>> = { undo: 'Mod+Z', redo: 'Mod+Shift+Z' };
export const shownKeys = (name: ActionName): Keys | null => SHOWN[name] ?? SHORTCUTS[name]?.[0] ?? null;

/** How far an arrow key moves what is chosen, in mm. */
const NUDGES = [
  { held: '', by: 1, words: 'nudge.one' },
  { held: 'Shift+', by: 10, words: 'nudge.ten' },
  { held: 'Alt+', by: 0.1, words: 'nudge.tenth' },
] as const;
const ARROWS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const;
const WAYS = [
  [-1, 0],
  [1, 0],
  [0, -1],
  [0, 1],
] as const;

/** The designer's keys, while no field, button or menu has the focus. */
export function shortcutsOf(designer: Designer, actions: Actions, t: TFunction<'design'>): Binding[] {
  if (designer.typing !== null) return [];
  const { crop, ...others } = actions;
  return [
    ...Object.values({ crop, ...others }).flatMap(({ name, label, enabled, run }): Binding[] => {
      const keys = SHORTCUTS[name];
      return keys === undefined ? [] : [{ keys, words: label, run: enabled ? run : null, onlyFree: true }];
    }),
    // Enter on a picture opens its crop, and ends it.
    { keys: 'Enter', words: null, run: crop.enabled ? crop.run : null, onlyFree: true },
    ...nudges(designer, t),
  ];
}

function nudges({ chosen, change, cropping }: Designer, t: TFunction<'design'>): Binding[] {
  const free = chosen.filter(({ locked }) => locked !== true);
  const isIdle = free.length === 0 || cropping !== null;
  return NUDGES.map(({ held, by, words }) => ({
    keys: ARROWS.map((arrow): Keys => `${held}${arrow}`),
    words: t(words),
    run: isIdle
      ? null
      : (struck) => {
          const [x, y] = WAYS[ARROWS.findIndex((arrow) => struck.endsWith(arrow))] ?? [0, 0];
          change(
            free.map((element) => moved(element, x * by, y * by)),
            'nudge',
          );
        },
    onlyFree: true,
  }));
}
