import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Started } from '../../../../core/contract/contract.ts';
import { Refusal } from '../../../../core/kernel/refusal.ts';
import type { PrintSettings } from '../../../../core/sheets/printSettings.ts';
import type { PrinterFacts } from '../../../../core/sheets/printer.ts';
import { rulersOn } from '../../../../core/sheets/rulers.ts';
import { sheetSizeOf, type SheetEdges } from '../../../../core/sheets/sheetSize.ts';
import { useApp } from '../../../api/app.tsx';
import type { Wall } from '../../../api/useWall.ts';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { JobBar } from '../../../components/JobBar.tsx';
import { Millimetres } from '../../../components/Millimetres.tsx';
import { SIDES, wholeEdges } from './edges.ts';
import styles from './PrintPanel.module.css';

interface Props {
  readonly wall: Wall;
  readonly printer: PrinterFacts;
  readonly settings: PrintSettings;
  readonly onKeep: (edges: SheetEdges) => void;
  readonly onClose: () => void;
}

/** Prints the page to measure, asks for its four edges and two rulers, and keeps them with the printer. */
export function MeasureDialog({ wall, printer, settings, onKeep, onClose }: Props): ReactNode {
  const { t } = useTranslation('print');
  const { t: common } = useTranslation();
  const { api, say, complain } = useApp();
  const rulers = rulersOn(sheetSizeOf(settings));
  const [job, setJob] = useState<Started<'print.send'> | null>(null);
  const [edges, setEdges] = useState<SheetEdges>(() => wholeEdges(printer.edges ?? { top: 5, right: 5, bottom: 5, left: 5 }));
  const [across, setAcross] = useState(rulers.across * printer.scale.x);
  const [down, setDown] = useState(rulers.down * printer.scale.y);
  const [problem, setProblem] = useState<string | null>(null);
  const print = (): void => {
    const wish = { wall: wall.id, settings, part: 'measure', sheets: null, printer: printer.name } as const;
    api.call('print.send', wish).then(setJob, complain);
  };
  const keep = async (): Promise<void> => {
    try {
      await api.call('printers.measured', {
        printer: printer.name,
        edges,
        across: { wanted: rulers.across, measured: across },
        down: { wanted: rulers.down, measured: down },
      });
      onKeep(edges);
      say(t('measureKept', { printer: printer.name }));
      onClose();
    } catch (error) {
      if (error instanceof Refusal) setProblem(error.message);
      else complain(error);
    }
  };
  return (
    <Dialog title={t('measureTitle', { printer: printer.name })} open onClose={onClose}>
      <ol className={styles.measureSteps}>
        <li>
          <p>{t('measure1')}</p>
          {job === null ? (
            <Button onPress={print} isDisabled={!printer.ready}>
              <Icon name="print" /> {t('measurePrint')}
            </Button>
          ) : (
            <JobBar job={job} onEnd={() => setJob(null)} />
          )}
        </li>
        <li>
          <p>{t('measure2')}</p>
          <div className={styles.edgeFields}>
            {SIDES.map((side) => (
              <div key={side} style={{ gridArea: side }}>
                <Millimetres label={t(`side.${side}`)} value={edges[side]} min={0} max={40} onKeep={(mm) => setEdges({ ...edges, [side]: mm })} />
              </div>
            ))}
            <span className={styles.edgeSheet} aria-hidden="true">
              <Stairs />
            </span>
          </div>
        </li>
        <li>
          <p>{t('measure3')}</p>
          <div className={styles.lengths}>
            <Millimetres label={t('across', { wanted: rulers.across })} value={across} min={10} max={400} step={0.5} onKeep={setAcross} />
            <Millimetres label={t('down', { wanted: rulers.down })} value={down} min={10} max={400} step={0.5} onKeep={setDown} />
          </div>
        </li>
      </ol>
      {problem !== null && (
        <p className={styles.noRoom} role="alert">
          {problem}
        </p>
      )}
      <div className="actions">
        <Button onPress={onClose}>{common('cancel')}</Button>
        <Button look="go" onPress={() => void keep()}>
          {t('measureKeep')}
        </Button>
      </div>
    </Dialog>
  );
}

/** What the page to measure looks like: a stair in each corner, two rulers. */
function Stairs(): ReactNode {
  return (
    <svg viewBox="0 0 84 118" width="84" height="118" fill="none" stroke="var(--go)" strokeWidth="1.4" aria-hidden="true">
      <path d="M6 5h4M11 8h4M16 11h4M21 14h4M79 6v4M76 11v4M73 16v4M70 21v4M78 113h-4M73 110h-4M68 107h-4M63 104h-4M5 112v-4M8 107v-4M11 102v-4M14 97v-4" />
      <path d="M18 28v70M18 30h5M18 46h5M18 62h5M18 78h5M18 94h5M34 58h36M36 58v5M46 58v5M56 58v5M66 58v5" stroke="var(--seam)" />
    </svg>
  );
}
