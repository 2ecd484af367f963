import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Element, ElementOf } from '../../../../core/chart/document.ts';
import { Check, KeptText } from '../../../components/Fields.tsx';
import { Millimetres } from '../../../components/Millimetres.tsx';
import { GROUNDS, INKS, Swatches } from './Swatches.tsx';
import styles from './DesignPanels.module.css';

type Keep = (next: Element) => void;

export function PanelFields({ element, keep }: { element: ElementOf<'panel'>; keep: Keep }): ReactNode {
  const { t } = useTranslation('design');
  const lines = [['none', null] as const, ...INKS];
  return (
    <>
      <Swatches label={t('fill')} value={element.fill} colours={GROUNDS} onChange={(fill) => keep({ ...element, fill })} />
      <Swatches
        label={t('stroke')}
        value={element.stroke}
        colours={lines}
        onChange={(stroke) => keep({ ...element, stroke, strokeWidth: stroke === null ? element.strokeWidth : Math.max(1, element.strokeWidth) })}
      />
      <div className={styles.pair}>
        <Millimetres
          label={t('strokeWidth')}
          value={element.strokeWidth}
          min={0}
          max={20}
          step={0.5}
          onKeep={(strokeWidth) => keep({ ...element, strokeWidth })}
        />
        <Millimetres label={t('radius')} value={element.radius} min={0} max={200} onKeep={(radius) => keep({ ...element, radius })} />
      </div>
      <Check label={t('dashed')} checked={element.dashed} onChange={(dashed) => keep({ ...element, dashed })} />
    </>
  );
}

const HEADS = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const;

export function ArrowFields({ element, keep }: { element: ElementOf<'arrow'>; keep: Keep }): ReactNode {
  const { t } = useTranslation('design');
  return (
    <>
      <RadioGroup
        className="field"
        value={element.head}
        onChange={(head) => keep({ ...element, head: HEADS.find((one) => one === head) ?? element.head })}
        orientation="horizontal"
      >
        <Label className="label">{t('head')}</Label>
        <div className="choice">
          {HEADS.map((head) => (
            <Radio key={head} value={head} aria-label={t(`headNames.${head}`)}>
              {t(`heads.${head}`)}
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <Swatches label={t('colour')} value={element.colour} colours={INKS} onChange={(colour) => keep({ ...element, colour: colour ?? element.colour })} />
      <Millimetres
        label={t('thickness')}
        value={element.strokeWidth}
        min={0.5}
        max={30}
        step={0.5}
        onKeep={(strokeWidth) => keep({ ...element, strokeWidth })}
      />
    </>
  );
}

export function DockFields({ element, keep }: { element: ElementOf<'dock'>; keep: Keep }): ReactNode {
  const { t } = useTranslation('design');
  return <KeptText label={t('dockText')} value={element.text} maxLength={120} onKeep={(text) => keep({ ...element, text })} />;
}

export function BadgeFields(): ReactNode {
  const { t } = useTranslation('design');
  return <p className="quiet fine">{t('badgeHint')}</p>;
}
