import { useTranslation } from 'react-i18next';
import type { Layer } from './keyboard.ts';
import { useKeys } from './useKeys.ts';

/** What can be taken back and done again; null where there is nothing. */
export interface History {
  readonly undo: (() => void) | null;
  readonly redo?: (() => void) | null;
}

/**
 * Undo and redo by key, everywhere but in a text field, which undoes its own typing. Where there is nothing to take back nothing else is: what
 * lies under the screen can't be seen.
 */
export function useUndoKeys(layer: Layer, history: History | null): void {
  const { t } = useTranslation();
  useKeys(
    layer,
    history === null
      ? []
      : [
          { keys: 'Mod+Z', words: t('undo'), run: history.undo },
          { keys: ['Mod+Shift+Z', 'Mod+Y'], words: history.redo === undefined ? null : t('redo'), run: history.redo ?? null },
        ],
  );
}
