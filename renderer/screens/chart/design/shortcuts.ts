import { useEffect, useRef } from 'react';
import { moved } from '../../../../core/chart/reshape.ts';
import { isTyping } from '../../../stage/stageGestures.ts';
import type { Action, Actions } from './actions.ts';
import type { Designer } from './useDesigner.ts';

/** How far an arrow key moves what is chosen, in mm. */
const NUDGE = { plain: 1, Shift: 10, Alt: 0.1 } as const;
const WAY: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Runs the designer's actions by key while no field, button or menu has the focus. */
export function useShortcuts(designer: Designer, actions: Actions): void {
  const latest = useRef({ designer, actions });
  useEffect(() => {
    latest.current = { designer, actions };
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isTyping(event.target) || latest.current.designer.typing !== null) return;
      const done = nudges(event, latest.current.designer) || runs(event, latest.current.actions);
      if (done) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function nudges(event: KeyboardEvent, { chosen, change, cropping }: Designer): boolean {
  const way = WAY[event.key];
  const free = chosen.filter(({ locked }) => locked !== true);
  if (way === undefined || free.length === 0 || event.ctrlKey || event.metaKey || cropping !== null) return false;
  const by = event.shiftKey ? NUDGE.Shift : event.altKey ? NUDGE.Alt : NUDGE.plain;
  change(
    free.map((element) => moved(element, way[0] * by, way[1] * by)),
    'nudge',
  );
  return true;
}

function runs(event: KeyboardEvent, actions: Actions): boolean {
  if (event.key === 'Enter' && togglesCrop(actions, event)) return true;
  const action = Object.values(actions).find(({ shortcuts, enabled }) => enabled && shortcuts.some((shortcut) => matches(event, shortcut)));
  action?.run();
  return action !== undefined;
}

/** Enter on a picture opens its crop, and ends it. */
function togglesCrop({ crop }: Actions, event: KeyboardEvent): boolean {
  if (!crop.enabled || event.ctrlKey || event.shiftKey || event.altKey) return false;
  crop.run();
  return true;
}

/** `+` and the brackets stand for their signs, wherever the keyboard has them. */
function matches(event: KeyboardEvent, shortcut: string): boolean {
  const [key = '', ...held] =
    shortcut === '+' || shortcut.endsWith('++') ? ['+', ...shortcut.slice(0, -1).split('+').filter(Boolean)] : shortcut.split('+').toReversed();
  const sign = /^[^a-z0-9]$/iu.test(key);
  const same = event.key.toLowerCase() === key.toLowerCase() || event.code === `Digit${key}` || event.code === `Key${key.toUpperCase()}`;
  return (
    same &&
    held.includes('Ctrl') === (event.ctrlKey || event.metaKey) &&
    held.includes('Alt') === event.altKey &&
    (sign || held.includes('Shift') === event.shiftKey)
  );
}

/** How a shortcut is written in menus and tips. */
export const shown = ({ shortcuts: [first] }: Action): string => first ?? '';
