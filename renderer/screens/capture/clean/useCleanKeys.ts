import { useTranslation } from 'react-i18next';
import type { Binding } from '../../../keys/keyboard.ts';
import { useKeys } from '../../../keys/useKeys.ts';
import { useUndoKeys, type History } from '../../../keys/useUndoKeys.ts';

export interface CleanKeys {
  readonly history: History;
  confirm(): void;
  step(by: 1 | -1): void;
  toggleHiding(): void;
  /** Leaves whatever is open; null where nothing is. */
  readonly leave: (() => void) | null;
}

/** The keys of the workbench, which the list of pages does not need. Here undo belongs to the page, not to the chart. @returns what they do */
export function useCleanKeys({ history, confirm, step, toggleHiding, leave }: CleanKeys): readonly Binding[] {
  const { t } = useTranslation('clean');
  const bindings: readonly Binding[] = [
    { keys: 'Enter', words: t('does.confirm'), run: confirm, over: ['list'] },
    { keys: 'Mod+Enter', words: null, run: confirm, whileTyping: true, over: ['list'] },
    { keys: 'J', words: t('does.on'), run: () => step(1), over: ['list'] },
    { keys: 'K', words: t('does.back'), run: () => step(-1), over: ['list'] },
    { keys: 'N', words: t('does.hide'), run: toggleHiding, over: ['list'] },
    { keys: 'Escape', words: null, run: leave, over: ['list'] },
  ];
  useUndoKeys('screen', history);
  useKeys('screen', bindings);
  return bindings;
}
