import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ariaKeys, nameOf, type Keys } from './chord.ts';
import { createKeyboard, type Binding, type Keyboard, type Layer, type OpenLayer } from './keyboard.ts';
import { placeOf } from './placeOf.ts';

/** The one keyboard of this window. */
export const keyboard: Keyboard = createKeyboard(/Mac|iPhone|iPad/.test(navigator.userAgent) ? 'mac' : 'other', placeOf);

/** Hears the window's keys for good; called once, as the window begins. */
export function listenForKeys(): void {
  window.addEventListener('keydown', (event) => keyboard.press(event, true), { capture: true });
  window.addEventListener('keydown', (event) => keyboard.press(event, false));
  window.addEventListener('keyup', ({ code }) => keyboard.release(code));
  window.addEventListener('blur', () => keyboard.releaseAll());
}

/** Binds keys for as long as the caller is on the screen. */
export function useKeys(layer: Layer, bindings: readonly Binding[]): void {
  const open = useRef<OpenLayer>({ layer, bindings });
  useEffect(() => {
    open.current.bindings = bindings;
  });
  useEffect(() => keyboard.open(open.current), []);
}

/** Keys of a dialog, for where it stands in the tree: while they are there, what lies under the dialog has none. */
export function DialogKeys({ bindings = [] }: { bindings?: readonly Binding[] }): null {
  useKeys('dialog', bindings);
  return null;
}

/** How keys are written for a person on this computer. */
export function useKeyName(): (keys: Keys) => string {
  const { t } = useTranslation('keys');
  return useCallback((keys) => nameOf(keys, keyboard.platform, (name) => t(`names.${name}`)), [t]);
}

/** `Enter: no name, next page · N: hide a name`: what some bindings do, in a line. */
export function useKeyLine(bindings: readonly Binding[]): string {
  const name = useKeyName();
  return bindings
    .flatMap(({ keys, words }) => (words === null ? [] : [`${typeof keys === 'string' ? name(keys) : keys.map(name).join(', ')}: ${words}`]))
    .join(' · ');
}

export const ariaKeysHere = (keys: Keys): string => ariaKeys(keys, keyboard.platform);
