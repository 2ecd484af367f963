import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { turnedBox } from '../../../../core/capture/boxes.ts';
import type { Cleaning } from '../../../../core/capture/cleaning.ts';
import { WHOLE } from '../../../../core/capture/trueSize.ts';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { LensButtons } from '../../../components/LensButtons.tsx';
import { LensFrame } from '../../../components/LensFrame.tsx';
import type { Lens } from '../../../components/useLens.ts';
import { AreaBox } from './AreaBox.tsx';
import type { useArriving } from './useArriving.ts';
import onPictureStyles from './OnPicture.module.css';
import styles from './Clean.module.css';

/** How the result is looked at: as it will be, as it was before whitening, or whole while it is cut. */
export type View = 'after' | 'before' | 'crop';

interface ResultProps {
  readonly name: string;
  readonly cleaning: Cleaning;
  readonly picture: ReturnType<typeof useArriving>;
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly onChange: (cleaning: Cleaning, gesture?: string) => void;
  /** The original is gone: the copy stays as it is. */
  readonly locked: boolean;
  readonly closer: boolean;
  readonly onCloser: (closer: boolean) => void;
  readonly lens: Lens;
  /** What changes the paper's look lies beside it. */
  readonly adjusting: boolean;
  readonly onAdjusting: (on: boolean) => void;
  /** Writing of the back shines through, enough to be read. */
  readonly seenThrough: boolean;
  /** Below: whether the page may be used. */
  readonly children: ReactNode;
}

/** The page as it will hang on the wall, whole at first, and what turns and cuts it. */
export function ResultView({
  name,
  cleaning,
  picture,
  view,
  onView,
  onChange,
  locked,
  closer,
  onCloser,
  lens,
  adjusting,
  onAdjusting,
  seenThrough,
  children,
}: ResultProps): ReactNode {
  const { t } = useTranslation('clean');
  const frame = useRef<HTMLDivElement>(null);
  const { shown, current, failed } = picture;
  const turned = (by: 90 | 270): void =>
    onChange({ ...cleaning, turn: turns[(turns.indexOf(cleaning.turn) + by / 90) % 4] ?? 0, crop: turnedBox(cleaning.crop, by) });
  return (
    <section className={closer ? `${styles.result} ${styles.closer}` : styles.result} aria-label={t('result')}>
      <div className={styles.tools} role="toolbar" aria-label={t('result')}>
        {!locked && (
          <>
            <Button small look="ghost" icon label={t('turnLeft')} onPress={() => turned(270)}>
              <Icon name="turnBack" size={18} />
            </Button>
            <Button small look="ghost" icon label={t('turnRight')} onPress={() => turned(90)}>
              <Icon name="turn" size={18} />
            </Button>
            <Button
              small
              look="ghost"
              on={view === 'crop'}
              aria-pressed={view === 'crop'}
              {...(view !== 'crop' && { label: t('crop') })}
              onPress={() => onView(view === 'crop' ? 'after' : 'crop')}
            >
              <Icon name="crop" size={18} /> {t(view === 'crop' ? 'cropDone' : 'cropShort')}
            </Button>
            {view === 'crop' ? (
              <Button small look="ghost" onPress={() => onChange({ ...cleaning, crop: WHOLE })}>
                {t('cropWhole')}
              </Button>
            ) : (
              <Button
                small
                look="ghost"
                on={view === 'before'}
                aria-pressed={view === 'before'}
                aria-description={t('beforeLong')}
                onPress={() => onView(view === 'before' ? 'after' : 'before')}
              >
                <Icon name="side" size={18} /> {t('before')}
              </Button>
            )}
          </>
        )}
        {!locked && (
          <Button small look="ghost" on={adjusting} aria-pressed={adjusting} onPress={() => onAdjusting(!adjusting)}>
            <Icon name="paper" size={18} /> {t('adjust')}
          </Button>
        )}
        <span className={styles.toolsEnd}>
          <LensButtons lens={lens} />
          <Button small look="ghost" icon on={closer} label={t(closer ? 'closeCloser' : 'closer')} onPress={() => onCloser(!closer)}>
            <Icon name="screen" size={18} />
          </Button>
        </span>
      </div>
      {shown === null ? (
        <p className={onPictureStyles.waiting} role="status">
          {t(failed ? (locked ? 'nothingHere' : 'failed') : 'making')}
        </p>
      ) : (
        <LensFrame size={shown} lens={lens} label={t('result')} frameRef={frame} className={view === 'crop' ? onPictureStyles.cutting! : ''}>
          <img src={shown.src} alt={t('resultOf', { page: name })} draggable={false} className={current ? '' : onPictureStyles.older} />
          {view === 'crop' && (
            <AreaBox
              box={cleaning.crop}
              size={{ width: 1, height: 1 }}
              unit={0.005}
              frame={frame}
              look="kept"
              label={t('cropBox')}
              help={t('arrowsHelp')}
              onChange={(crop, gesture) => onChange({ ...cleaning, crop }, gesture)}
            />
          )}
        </LensFrame>
      )}
      {shown !== null && failed && (
        <p className={styles.warn} role="status">
          {t('failed')}
        </p>
      )}
      {!locked && seenThrough && !cleaning.showThrough && (
        <p className={styles.warn} role="status">
          {t('seenThrough')}
        </p>
      )}
      {!closer && children}
    </section>
  );
}

const turns = [0, 90, 180, 270] as const;
