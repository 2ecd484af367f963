import type { Place } from './place.ts';

const SELECTORS: readonly (readonly [Place, string])[] = [
  ['typing', 'textarea, [contenteditable]:not([contenteditable=false]), input:not([type=range], [type=checkbox], [type=radio], [type=file], [type=color])'],
  ['popup', '[role=menu], select'],
  ['opener', '[aria-haspopup]'],
  ['control', 'button, a[href], summary, [role=button], input:not([type=range], [type=radio])'],
  ['slider', '[role=slider], input[type=range]'],
  ['list', '[role=listbox], [role=grid], [role=radiogroup], input[type=radio]'],
];

/** @param inDialog whether the keys are a dialog's own; those of the screen under it are none of its business */
export function placeOf(target: EventTarget | null, inDialog: boolean): Place {
  if (!(target instanceof Element)) return 'free';
  const place = SELECTORS.find(([, selector]) => target.closest(selector) !== null)?.[0] ?? 'free';
  return place !== 'typing' && !inDialog && target.closest('[role=dialog], [role=alertdialog]') !== null ? 'popup' : place;
}
