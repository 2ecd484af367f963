import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useUndoKeys, type History } from '../keys/useUndoKeys.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

/** Takes the last deed of a screen back, by a press or by key; says which. */
export function UndoButton({ history, what }: { history: History; what: string | null }): ReactNode {
  const { t } = useTranslation();
  useUndoKeys('screen', history);
  const { undo } = history;
  return (
    <Button icon look="ghost" label={what === null ? t('undo') : t('undoWhat', { what })} isDisabled={undo === null} onPress={() => undo?.()}>
      <Icon name="undo" />
    </Button>
  );
}
