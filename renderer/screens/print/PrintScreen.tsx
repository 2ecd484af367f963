import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintSettings } from '../../../core/api/walls.ts';
import type { Strip } from '../../../core/chart/document.ts';
import { planStrip } from '../../../core/tiling/planStrip.ts';
import type { SheetPlan } from '../../../core/tiling/sheets.ts';
import type { Wall } from '../../api/useWall.ts';
import { Button } from '../../components/Button.tsx';
import { go } from '../../route.ts';
import { HowToGlue } from './HowToGlue.tsx';
import { MakePdf } from './MakePdf.tsx';
import { SheetSettings } from './SheetSettings.tsx';
import { SheetsPicture } from './SheetsPicture.tsx';
import { usePrintSettings } from './usePrintSettings.ts';
import './print.css';

/** The sheets as they will be, their settings, and the PDF. */
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
  const [settings, change] = usePrintSettings(wall);
  const [looked, setLooked] = useState<string | null>(null);
  const { plan, problem } = useMemo(() => planOf(strip, settings), [strip, settings]);
  return (
    <main className={strip.height > strip.width ? 'screen print upright' : 'screen print'}>
      <section className="print-look">
        <header>
          <h1>{t('title')}</h1>
          {plan && (
            <p className="quiet">
              {t('summary', { count: plan.sheets.length, paper: plan.paper.name, width: Math.round(strip.width), height: Math.round(strip.height) })}
            </p>
          )}
        </header>
        <SheetsPicture wall={wall} strip={strip} plan={plan} looked={looked} onLook={setLooked} />
        {plan && <HowToGlue plan={plan} />}
      </section>
      <aside className="print-side" aria-label={t('plan')}>
        <SheetSettings settings={settings} problem={problem} onChange={change} />
        <MakePdf key={JSON.stringify([settings, wall.history.revision])} wall={wall} settings={settings} plan={plan} />
      </aside>
    </main>
  );
}

function planOf(strip: Strip, settings: PrintSettings): { plan: SheetPlan | null; problem: string | null } {
  try {
    return { plan: planStrip(strip, settings), problem: null };
  } catch (error) {
    if (error instanceof RangeError) return { plan: null, problem: error.message };
    throw error;
  }
}
