import { useRef, type PointerEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { boxBetween } from '../../../../core/capture/boxes.ts';
import type { Cleaning } from '../../../../core/capture/cleaning.ts';
import { firstOutline } from '../../../../core/capture/outline.ts';
import type { PageFacts } from '../../../../core/capture/paperFacts.ts';
import type { Rect } from '../../../../core/kernel/rect.ts';
import { sourcePicture } from '../../../api/pictures.ts';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { LensFrame } from '../../../components/LensFrame.tsx';
import { useLens } from '../../../components/useLens.ts';
import { AreaBox } from './AreaBox.tsx';
import { Outline } from './Outline.tsx';
import { follow, newGesture } from './onPicture.ts';
import { edgesOf, toMind } from './pageStates.ts';
import onPictureStyles from './OnPicture.module.css';
import styles from './Clean.module.css';

/** A box smaller than this (px) was a slip of the hand, not a name. */
const LEAST_BOX = 8;

interface StageProps {
  readonly page: PageFacts;
  readonly cleaning: Cleaning;
  readonly hiding: boolean;
  readonly onHiding: (on: boolean) => void;
  readonly onChange: (cleaning: Cleaning, gesture?: string) => void;
  readonly onSameBoxes: () => void;
}

/** The photo, with the paper's outline and the boxes over names. */
export function SourceStage({ page, cleaning, hiding, onHiding, onChange, onSameBoxes }: StageProps): ReactNode {
  const { t } = useTranslation('clean');
  const frame = useRef<HTMLDivElement>(null);
  const lens = useLens(page.id);
  const { quad, redactions } = cleaning;
  const withBoxes = (boxes: readonly Rect[], gesture?: string): void => onChange({ ...cleaning, redactions: [...boxes] }, gesture);

  const draw = (event: PointerEvent<HTMLDivElement>): void => {
    const gesture = newGesture();
    let drawn = false;
    follow(
      event,
      frame.current,
      page,
      (to, from) => {
        const box = boxBetween(from, to, page, 1);
        drawn ||= Math.hypot(box.width, box.height) >= LEAST_BOX;
        if (drawn) withBoxes([...redactions, box], gesture);
      },
      () => drawn && onHiding(false),
    );
  };
  const drawInMiddle = (): void => {
    const box = { x: page.width * 0.35, y: page.height * 0.1, width: page.width * 0.3, height: page.height * 0.06 };
    withBoxes([...redactions, box]);
    onHiding(false);
    requestAnimationFrame(() => [...(frame.current?.querySelectorAll<HTMLElement>('[data-area]') ?? [])].at(-1)?.focus());
  };
  const mind = page.decided || quad !== page.cleaning.quad ? null : toMind(page);
  const edges = edgesOf(page);

  return (
    <section className={styles.photo} aria-label={t('photo')}>
      <div className={styles.tools} role="toolbar" aria-label={t('photo')}>
        <Button small on={hiding} aria-pressed={hiding} aria-keyshortcuts="n" onPress={() => onHiding(!hiding)}>
          <Icon name="box" size={18} /> {t('hideName')}
        </Button>
        {redactions.length > 0 && (
          <span title={t('sameBoxTip')}>
            <Button small look="ghost" aria-description={t('sameBoxTip')} onPress={onSameBoxes}>
              <Icon name="copy" size={18} /> {t('sameBox')}
            </Button>
          </span>
        )}
        <span className={styles.toolsEnd}>
          {quad === null ? (
            <Button small look="ghost" onPress={() => onChange({ ...cleaning, quad: page.proposal.quad ?? page.proposal.guess ?? firstOutline(page) })}>
              <Icon name="crop" size={18} /> {t(page.proposal.quad === null ? 'setCorners' : 'useProposal')}
            </Button>
          ) : (
            <>
              {page.proposal.quad !== null && JSON.stringify(quad) !== JSON.stringify(page.proposal.quad) && (
                <Button small look="ghost" onPress={() => onChange({ ...cleaning, quad: page.proposal.quad })}>
                  {t('useProposal')}
                </Button>
              )}
              <Button small look="ghost" onPress={() => onChange({ ...cleaning, quad: null })}>
                {t('wholePicture')}
              </Button>
            </>
          )}
        </span>
      </div>
      {hiding ? (
        <button type="button" className={styles.hint} autoFocus onClick={drawInMiddle}>
          {t('hideNameHow')}
        </button>
      ) : (
        mind !== null && <p className={styles.hint}>{t(`mind.${mind}`)}</p>
      )}
      <LensFrame size={page} lens={lens} frameRef={frame} className={hiding ? onPictureStyles.drawing! : ''} onPointerDown={hiding ? draw : undefined}>
        <img src={sourcePicture(page, lens.isWhole ? 1024 : 2048)} alt={t('photo')} draggable={false} />
        {quad !== null && (
          <Outline
            quad={quad}
            size={page}
            frame={frame}
            picture={sourcePicture(page, 2048)}
            onChange={(next, gesture) => onChange({ ...cleaning, quad: next }, gesture)}
          />
        )}
        {redactions.map((box, index) => (
          <AreaBox
            key={index}
            box={box}
            size={page}
            frame={frame}
            look="dark"
            label={t('box', { number: index + 1 })}
            help={t('boxHelp')}
            onChange={(next, gesture) => withBoxes(redactions.with(index, next), gesture)}
            remove={{ label: t('removeBox', { number: index + 1 }), run: () => withBoxes(redactions.toSpliced(index, 1)) }}
          />
        ))}
      </LensFrame>
      <p className={hiding || mind !== null ? `quiet ${styles.edges} ${styles.behind}` : `quiet ${styles.edges}`}>{t(`edges.${edges}`)}</p>
    </section>
  );
}
