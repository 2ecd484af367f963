import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Strip } from '../../../../core/chart/document.ts';
import type { Needs as NeedsOf } from '../../../../core/sheets/finishing.ts';
import type { Wall } from '../../../api/useWall.ts';
import { Button } from '../../../components/Button.tsx';
import { HandoutsLink } from '../../../components/HandoutsLink.tsx';
import { SheetsHint } from '../../../components/SheetsHint.tsx';
import { SettleCard } from '../../capture/sharing/SettleCard.tsx';
import { go } from '../../../route.ts';
import { Changes } from './Changes.tsx';
import { FinishChoice } from './FinishChoice.tsx';
import { Handover } from './Handover.tsx';
import { HowToGlue } from './HowToGlue.tsx';
import { InkChoice } from './InkChoice.tsx';
import { Needs } from './Needs.tsx';
import { SheetSizeChoice } from './SheetSizeChoice.tsx';
import { PrinterChoice } from './PrinterChoice.tsx';
import { SheetSettings } from './SheetSettings.tsx';
import { SheetsPicture } from './SheetsPicture.tsx';
import { usePrintDesk } from './usePrintDesk.ts';
import { usePrinters } from './usePrinters.ts';
import printPanelStyles from './PrintPanel.module.css';
import styles from './Print.module.css';

/** The sheets as they will be, their settings, and the way to paper. */
export function PrintScreen({ wall }: { wall: Wall }): ReactNode {
  const { t } = useTranslation('print');
  const { strip } = wall.chart;
  if (strip === null) {
    return (
      <main className="screen empty">
        <h1>{t('noStrip')}</h1>
        <p>{t('noStrip_hint')}</p>
        <Button look="go" onPress={() => go({ place: 'wall', wall: wall.id, step: 'design' })}>
          {t('toDesign')}
        </Button>
      </main>
    );
  }
  return <PrintTable wall={wall} strip={strip} />;
}

function PrintTable({ wall, strip }: { wall: Wall; strip: Strip }): ReactNode {
  const { t } = useTranslation('print');
  const desk = usePrintDesk(wall, strip);
  const printers = usePrinters(desk.settings);
  const { plan, settings, change, problem } = desk;
  const sheetSize = settings.sheetSize === 'custom' ? t('ownSheets') : settings.sheetSize;
  return (
    <main className={strip.height > strip.width ? `screen ${styles.print} ${styles.upright}` : `screen ${styles.print}`}>
      <section className={styles.look}>
        <header>
          <div>
            <h1>{t('title')}</h1>
            {plan && (
              <p className="quiet">
                {t('summary', { count: plan.sheets.length, sheetSize, width: Math.round(strip.width), height: Math.round(strip.height) })}
              </p>
            )}
          </div>
          <Changes desk={desk} />
          <HandoutsLink wall={wall.id} why="link" />
        </header>
        <div className={styles.notes}>
          <SettleCard wall={wall} />
          <SheetsHint wall={wall} strip={strip} settings={settings} />
        </div>
        <SheetsPicture wall={wall} strip={strip} desk={desk} />
        {plan && <HowToGlue plan={plan} settings={settings} sent={printers.chosen !== null} />}
      </section>
      <aside className={printPanelStyles.side} aria-label={t('plan')}>
        <div className={printPanelStyles.choices}>
          <PrinterChoice wall={wall} printers={printers} settings={settings} onChange={change} />
          <SheetSizeChoice strip={strip} settings={settings} onChange={change} />
          <FinishChoice settings={settings} problem={desk.filmProblem} onChange={change} />
          <InkChoice settings={settings} onChange={change} />
          <SheetSettings settings={settings} printer={printers.chosen} onChange={change} />
          {problem !== null && (
            <p className={printPanelStyles.noRoom} role="alert">
              {problem}
            </p>
          )}
        </div>
        <div className={printPanelStyles.end}>
          {plan && desk.needs && <Needs needs={desk.which === 'all' ? desk.needs : onlySize(desk.meant.length)} settings={settings} sheetSize={sheetSize} />}
          <Handover wall={wall} desk={desk} printers={printers} />
        </div>
      </aside>
    </main>
  );
}

/** Whoever prints a few sheets anew has the rest already. */
function onlySize(sheets: number): NeedsOf {
  return { sheets, pouches: 0, filmMetres: 0, glueMetres: 0, tapeMetres: 0, cuts: 0 };
}
