import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cleaning } from '../../../../core/capture/cleaning.ts';
import { Button } from '../../../components/Button.tsx';
import { Check, Slide } from '../../../components/Fields.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { CoverChoice } from './CoverChoice.tsx';
import styles from './Clean.module.css';

interface PanelProps {
  readonly cleaning: Cleaning;
  readonly onChange: (cleaning: Cleaning, gesture?: string) => void;
  readonly onClose: () => void;
}

/** Flattening that a page gets until someone decides. */
const USUAL_FLATTEN = 0.5;

/** What changes how the paper looks, beside the result. */
export function AdjustPanel({ cleaning, onChange, onClose }: PanelProps): ReactNode {
  const { t } = useTranslation('clean');
  return (
    <section className={`${styles.photo} ${styles.adjust}`} aria-label={t('adjustTitle')}>
      <div className={styles.tools}>
        <Button small look="ghost" onPress={onClose}>
          <Icon name="left" size={18} /> {t('retypeClose')}
        </Button>
      </div>
      <h2>{t('adjustTitle')}</h2>
      <Slide
        label={t('straighten')}
        value={cleaning.degrees}
        min={-15}
        max={15}
        step={0.1}
        show={(value) => t('degrees', { value: value.toFixed(1) })}
        onChange={(degrees) => onChange({ ...cleaning, degrees }, 'straighten')}
      />
      {cleaning.flatten !== null && (
        <Slide
          label={t('whiten')}
          value={cleaning.flatten}
          min={0}
          max={1}
          step={0.05}
          show={(value) => t(`whitenBy.${value < 0.34 ? 'little' : value < 0.67 ? 'some' : 'much'}`)}
          ends={[t('whitenEnds.faint'), t('whitenEnds.clean')]}
          onChange={(flatten) => onChange({ ...cleaning, flatten }, 'whiten')}
        />
      )}
      <Check label={t('leave')} checked={cleaning.flatten === null} onChange={(leave) => onChange({ ...cleaning, flatten: leave ? null : USUAL_FLATTEN })} />
      {cleaning.flatten !== null && (
        <>
          <Check label={t('lightenRules')} checked={cleaning.lightenRules} onChange={(lightenRules) => onChange({ ...cleaning, lightenRules })} />
          <Check label={t('showThrough')} checked={cleaning.showThrough} onChange={(showThrough) => onChange({ ...cleaning, showThrough })} />
        </>
      )}
      {cleaning.redactions.length > 0 && <CoverChoice cover={cleaning.cover} onChange={(cover) => onChange({ ...cleaning, cover })} />}
    </section>
  );
}
