import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useUndoKey } from '../api/useUndoKey.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

/** Takes the last deed back, by a press or Ctrl+Z; says which. */
export function UndoButton({ undo, what }: { undo: (() => void) | null; what: string | null }): ReactNode {
  const { t } = useTranslation();
  useUndoKey(undo);
  return (
    <Button icon look="ghost" label={what === null ? t('undo') : t('undoWhat', { what })} isDisabled={undo === null} onPress={() => undo?.()}>
      <Icon name="undo" />
    </Button>
  );
}
