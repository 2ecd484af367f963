import { useState, type ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../components/Button.tsx';
import { Icon } from '../../../../components/Icon.tsx';
import { DialogKeys } from '../../../../keys/useKeys.ts';
import { SymbolEditor } from './SymbolEditor.tsx';
import { SymbolGrid } from './SymbolGrid.tsx';
import styles from './Symbols.module.css';

/** Chooses a goal's symbol from the set, or draws one. Wider than a question, since pictures are compared in it. */
export function SymbolPicker({ symbol, onPick, onClose }: { symbol: string | null; onPick: (code: string | null) => void; onClose: () => void }): ReactNode {
  const { t } = useTranslation('bank');
  const { t: common } = useTranslation();
  const [drawing, setDrawing] = useState(false);
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal>
        <AriaDialog className={`dialog ${styles.symbolDialog}`}>
          <DialogKeys />
          <div className={styles.symbolDialogHead}>
            <Heading slot="title" level={2}>
              {t('chooseSymbol')}
            </Heading>
            <Button small on={drawing} onPress={() => setDrawing(!drawing)}>
              <Icon name={drawing ? 'left' : 'pen'} size={16} />
              {drawing ? t('fromSet') : t('drawOne')}
            </Button>
            {symbol !== null && (
              <Button small look="ghost" onPress={() => onPick(null)}>
                {t('noSymbolFor')}
              </Button>
            )}
            <Button small look="ghost" icon label={common('close')} onPress={onClose}>
              <Icon name="close" size={18} />
            </Button>
          </div>
          {drawing ? <SymbolEditor symbol={null} onSaved={onPick} /> : <SymbolGrid chosen={symbol} freeFirst onChoose={onPick} />}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
