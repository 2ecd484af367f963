import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintSettings } from '../../../../core/sheets/printSettings.ts';
import type { PrinterFacts } from '../../../../core/sheets/printer.ts';
import { Button } from '../../../components/Button.tsx';
import { Choice } from '../../../components/Fields.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { Millimetres } from '../../../components/Millimetres.tsx';
import { sameEdges, SIDES, wholeEdges } from './edges.ts';
import styles from './PrintPanel.module.css';

const ORIENTATIONS = ['auto', 'portrait', 'landscape'] as const;

interface Props {
  readonly settings: PrintSettings;
  readonly printer: PrinterFacts | null;
  readonly onChange: (change: Partial<PrintSettings>) => void;
}

/** How the sheets stand, the glue flap and the white edges: seldom changed, so folded away. */
export function SheetSettings({ settings, printer, onChange }: Props): ReactNode {
  const { t } = useTranslation('print');
  return (
    <details className={styles.moreSettings}>
      <summary>
        {t('more')} <Icon name="down" size={18} />
      </summary>
      <div className={styles.moreInside}>
        <Choice
          label={t('orientation')}
          value={settings.orientation}
          options={ORIENTATIONS.map((value) => ({ value, label: t(`orientations.${value}`) }))}
          onChange={(orientation) => onChange({ orientation })}
        />
        <div className={styles.lengths}>
          <Millimetres
            label={t('overlap')}
            value={settings.overlap}
            min={0}
            max={50}
            disabled={settings.finishing === 'laminate-then-join'}
            onKeep={(overlap) => onChange({ overlap })}
          />
          {settings.edges === null && <Millimetres label={t('margin')} value={settings.margin} min={0} max={40} onKeep={(margin) => onChange({ margin })} />}
        </div>
        <Edges settings={settings} printer={printer} onChange={onChange} />
      </div>
    </details>
  );
}

function Edges({ settings, printer, onChange }: Props): ReactNode {
  const { t } = useTranslation('print');
  const { edges, margin } = settings;
  const own = printer?.edges ? wholeEdges(printer.edges) : null;
  return (
    <>
      <Choice
        label={t('edges')}
        value={edges === null ? 'alike' : 'each'}
        options={(['alike', 'each'] as const).map((value) => ({ value, label: t(`edgesAre.${value}`) }))}
        onChange={(chosen) => onChange({ edges: chosen === 'alike' ? null : (own ?? { top: margin, right: margin, bottom: margin, left: margin }) })}
      />
      {edges === null ? (
        <p className="quiet fine">{t('margin_hint')}</p>
      ) : (
        <div className={styles.edgeFields}>
          {SIDES.map((side) => (
            <div key={side} style={{ gridArea: side }}>
              <Millimetres label={t(`side.${side}`)} value={edges[side]} min={0} max={40} onKeep={(mm) => onChange({ edges: { ...edges, [side]: mm } })} />
            </div>
          ))}
          <span className={styles.edgeSheet} aria-hidden="true" />
        </div>
      )}
      {own !== null && edges !== null && !sameEdges(own, edges) && (
        <Button small onPress={() => onChange({ edges: own })}>
          {t('readEdges', { edges: SIDES.map((side) => own[side]).join(' · ') })}
        </Button>
      )}
    </>
  );
}
