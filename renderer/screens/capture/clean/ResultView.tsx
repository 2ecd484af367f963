import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { turnedBox } from '../../../../core/capture/boxes.ts';
import type { Cleaning } from '../../../../core/capture/cleaning.ts';
import { WHOLE } from '../../../../core/capture/trueSize.ts';
import { Button } from '../../../components/Button.tsx';
import { Check, Slide } from '../../../components/Fields.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { AreaBox } from './AreaBox.tsx';
import { Frame } from './Frame.tsx';
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
  /** Writing of the back shines through, enough to be read. */
  readonly seenThrough: boolean;
  /** Below the settings: whether the page may be used. */
  readonly children: ReactNode;
}

/** Flattening that a page gets until someone decides. */
const USUAL_FLATTEN = 0.5;

/** The page as it will hang on the wall, and what changes it. */
export function ResultView({ name, cleaning, picture, view, onView, onChange, locked, closer, onCloser, seenThrough, children }: ResultProps): ReactNode {
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
        <span className={styles.toolsEnd}>
          <Button small look="ghost" icon on={closer} label={t(closer ? 'closeCloser' : 'closer')} onPress={() => onCloser(!closer)}>
            <Icon name={closer ? 'zoomOut' : 'zoomIn'} size={18} />
          </Button>
        </span>
      </div>
      {shown === null ? (
        <p className={onPictureStyles.waiting} role="status">
          {t(failed ? (locked ? 'nothingHere' : 'failed') : 'making')}
        </p>
      ) : (
        <Frame size={shown} frameRef={frame} className={view === 'crop' ? onPictureStyles.cutting! : ''}>
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
        </Frame>
      )}
      {shown !== null && failed && (
        <p className={styles.hint} role="status">
          {t('failed')}
        </p>
      )}
      {!locked && seenThrough && !cleaning.showThrough && (
        <p className={styles.hint} role="status">
          {t('seenThrough')}
        </p>
      )}
      {!locked && (
        <div className={styles.settings}>
          <Slide
            label={t('straighten')}
            value={cleaning.degrees}
            min={-15}
            max={15}
            step={0.1}
            show={(value) => t('degrees', { value: value.toFixed(1) })}
            onChange={(degrees) => onChange({ ...cleaning, degrees }, 'straighten')}
          />
          <div>
            {cleaning.flatten !== null && (
              <Slide
                label={t('whiten')}
                value={cleaning.flatten}
                min={0}
                max={1}
                step={0.05}
                show={(value) => t('percent', { value: Math.round(value * 100) })}
                ends={[t('whitenEnds.faint'), t('whitenEnds.clean')]}
                onChange={(flatten) => onChange({ ...cleaning, flatten }, 'whiten')}
              />
            )}
          </div>
          <Check
            label={t('leave')}
            checked={cleaning.flatten === null}
            onChange={(leave) => onChange({ ...cleaning, flatten: leave ? null : USUAL_FLATTEN })}
          />
          {cleaning.flatten !== null && (
            <div className={styles.off}>
              <Check label={t('lightenRules')} checked={cleaning.lightenRules} onChange={(lightenRules) => onChange({ ...cleaning, lightenRules })} />
              <Check label={t('showThrough')} checked={cleaning.showThrough} onChange={(showThrough) => onChange({ ...cleaning, showThrough })} />
            </div>
          )}
        </div>
      )}
      {children}
    </section>
  );
}

const turns = [0, 90, 180, 270] as const;
