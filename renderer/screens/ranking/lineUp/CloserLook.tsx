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

interface CloserLookProps {
  readonly line: readonly PaperFacts[];
  readonly pile: readonly PaperFacts[];
  readonly paper: string;
  readonly onSee: (paper: string) => void;
  readonly onPlace: (paper: PaperFacts, index: number) => void;
  readonly onTakeOff: (paper: PaperFacts) => void;
  readonly onClose: () => void;
}

/** One paper, whole in the window at first; arrows go to its neighbours, buttons move it. */
export function CloserLook({ line, pile, paper: id, onSee, onPlace, onTakeOff, onClose }: CloserLookProps): ReactNode {
  const { t } = useTranslation('lineUp');
  const { t: common } = useTranslation();
  const lens = useLens(id);
  const home = line.some((one) => one.id === id) ? line : pile;
  const index = home.findIndex((one) => one.id === id);
  const paper = home[index];
  if (paper === undefined) return null;
  const onTable = home === line;
  const see = (step: number): void => {
    const next = home[index + step];
    if (next !== undefined) onSee(next.id);
  };
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal>
        <AriaDialog className={styles.closer!} aria-label={common('paper', { code: paper.code })}>
          <DialogKeys
            bindings={[
              { keys: 'ArrowLeft', words: t('lower'), run: () => see(-1), when: besideThePaper },
              { keys: 'ArrowRight', words: t('upper'), run: () => see(1), when: besideThePaper },
              ...lens.bindings,
            ]}
          />
          <header>
            <Button icon label={t('lower')} isDisabled={index === 0} onPress={() => see(-1)}>
              <Icon name="left" />
            </Button>
            <Button icon label={t('upper')} isDisabled={index === home.length - 1} onPress={() => see(1)} autoFocus>
              <Icon name="right" />
            </Button>
            <h2>
              {common('paper', { code: paper.code })}
              {onTable && <span className="quiet"> {` ${index + 1} / ${line.length}`}</span>}
            </h2>
            <LensButtons lens={lens} />
            {onTable ? (
              <>
                <Button isDisabled={index === 0} onPress={() => onPlace(paper, index - 1)}>
                  {t('toLeft')}
                </Button>
                <Button isDisabled={index === line.length - 1} onPress={() => onPlace(paper, index + 1)}>
                  {t('toRight')}
                </Button>
                <Button onPress={() => onTakeOff(paper)}>{t('backToPile')}</Button>
              </>
            ) : (
              <>
                <Button onPress={() => onPlace(paper, 0)}>{t('lowest')}</Button>
                <Button onPress={() => onPlace(paper, line.length)}>{t('highest')}</Button>
              </>
            )}
            <Button icon look="ghost" label={common('close')} onPress={onClose}>
              <Icon name="close" />
            </Button>
          </header>
          <div className={styles.closerPaper}>
            <PaperLens paper={paper} lens={lens} label={common('paper', { code: paper.code })} />
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** On the paper itself the arrows move it. */
const besideThePaper = (): boolean => document.activeElement?.matches('[data-lens]') !== true;
