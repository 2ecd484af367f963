import type { Chord } from './chord.ts';

/** What has the focus, by the keys that it needs for itself. `opener`: a button with a menu behind it. */
export type Place = 'typing' | 'popup' | 'opener' | 'control' | 'slider' | 'list' | 'free';

/** Whether what has the focus needs these keys for itself. */
export function needs(place: Place, { mod, key }: Chord): boolean {
  const isNamed = key.length > 1;
  switch (place) {
    case 'typing':
    case 'popup':
      return true;
    case 'opener':
      return key === 'Enter' || key === 'Space' || key === 'ArrowDown' || key === 'ArrowUp';
    case 'control':
      return key === 'Enter' || key === 'Space';
    case 'slider':
      return isNamed && key !== 'Escape';
    // A list is walked through with arrows and searched by typing.
    case 'list':
      return !mod && (isNamed || /\w/.test(key));
    case 'free':
      return false;
  }
}
