import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components';
import type { PaperFacts } from '../../../../core/capture/paperFacts.ts';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { LensButtons } from '../../../components/LensButtons.tsx';
import { PaperLens } from '../../../components/PaperLens.tsx';
import { useLens } from '../../../components/useLens.ts';
import { DialogKeys } from '../../../keys/useKeys.ts';
import styles from './LineUp.module.css';

/** Two papers beside each other under one lens, whole at first; whichever is said to be higher goes right behind the other on the table. */
export function SideBySide({
  line,
  pair,
  onHigher,
  onClose,
}: {
  line: readonly PaperFacts[];
  pair: readonly PaperFacts[];
  onHigher: (higher: PaperFacts, other: PaperFacts) => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('lineUp');
  const { t: common } = useTranslation();
  const lens = useLens('pair');
  const [left, right] = pair;
  if (left === undefined || right === undefined) return null;
  const placeOf = (paper: PaperFacts): number => line.findIndex(({ id }) => id === paper.id);
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal>
        <AriaDialog className={styles.closer!} aria-label={t('sideBySide')}>
          <DialogKeys bindings={lens.bindings} />
          <header>
            <h2>{t('sideBySide')}</h2>
            <LensButtons lens={lens} />
            <Button icon look="ghost" label={common('close')} onPress={onClose} autoFocus>
              <Icon name="close" />
            </Button>
          </header>
          <div className={styles.twoPapers}>
            {[[left, right] as const, [right, left] as const].map(([paper, other]) => (
              <figure key={paper.id}>
                <div className={styles.closerPaper}>
                  <PaperLens paper={paper} lens={lens} label={common('paper', { code: paper.code })} />
                </div>
                <figcaption>
                  <b>{paper.code}</b>
                  {placeOf(paper) >= 0 && <span className="quiet">{`${placeOf(paper) + 1} / ${line.length}`}</span>}
                  <Button
                    isDisabled={placeOf(other) < 0}
                    onPress={() => {
                      if (placeOf(paper) < placeOf(other)) onHigher(paper, other);
                      onClose();
                    }}
                  >
                    {t('higher')}
                  </Button>
                </figcaption>
              </figure>
            ))}
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
