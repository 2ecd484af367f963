import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ended, Started } from '../../../../core/contract/contract.ts';
import type { PrintWish } from '../../../../core/sheets/printWish.ts';
import { useApp } from '../../../api/app.tsx';
import type { Wall } from '../../../api/useWall.ts';
import { ActionMenu } from '../../../components/ActionMenu.tsx';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { JobBar } from '../../../components/JobBar.tsx';
import { go } from '../../../route.ts';
import { AskAfter } from './AskAfter.tsx';
import { Made, type MadePdf } from './Made.tsx';
import type { PrintDesk } from './usePrintDesk.ts';
import type { Printers } from './usePrinters.ts';
import styles from './PrintPanel.module.css';

type PrintJob = 'print.make' | 'print.send';

/** What is under way: for which part and sheets, by a printer or as a PDF. */
interface Doing {
  readonly job: Started<PrintJob>;
  readonly part: PrintWish['part'];
  readonly sheets: readonly string[] | null;
  readonly printer: string | null;
}

/** The way to paper: a printer, or a PDF; what was made, and whether it came out well. */
export function Handover({ wall, desk, printers }: { wall: Wall; desk: PrintDesk; printers: Printers }): ReactNode {
  const { t } = useTranslation('print');
  const { api, say, complain } = useApp();
  const { settings, plan, meant, which, bad } = desk;
  const [doing, setDoing] = useState<Doing | null>(null);
  const [made, setMade] = useState<(MadePdf & { from: string }) | null>(null);
  const [asked, setAsked] = useState<readonly string[] | null>(null);
  // What was made is old as soon as anything is changed.
  const from = JSON.stringify([settings, wall.history.revision, meant]);
  const shown = made?.from === from ? made : null;
  const sheets = which === 'all' ? null : meant;
  const printer = printers.chosen;

  const start = (part: PrintWish['part'], only: readonly string[] | null, by: string | null): void => {
    setMade(null);
    setAsked(null);
    const wish = { wall: wall.id, settings, part, sheets: only === null ? null : [...only] };
    const call = by === null ? api.call('print.make', wish) : api.call('print.send', { ...wish, printer: by });
    call.then((job: Started<PrintJob>) => setDoing({ job, part, sheets: only, printer: by }), complain);
  };
  const ended = (last: Ended<PrintJob>): void => {
    setDoing(null);
    if (doing === null || last.state !== 'done') return;
    if ('file' in last.result) setMade({ file: last.result.file, part: doing.part, sheets: doing.sheets, from });
    else if (doing.part === 'sheets') {
      setAsked(doing.sheets ?? plan?.sheets.map(({ label }) => label) ?? []);
      desk.choose([]);
    } else say(t('sentProof'));
  };
  const sendAgain = async (labels: readonly string[]): Promise<void> => {
    try {
      await api.call('print.cameOut', { wall: wall.id, bad: [...labels] });
      desk.setBad(null);
      setAsked(null);
      start('sheets', labels, printer?.name ?? null);
    } catch (error) {
      complain(error);
    }
  };

  if (doing !== null) return <JobBar job={doing.job} onEnd={ended} />;
  if (asked !== null)
    return <AskAfter sheets={asked} bad={bad} onBad={desk.setBad} onAgain={(labels) => void sendAgain(labels)} onDone={() => setAsked(null)} />;
  const off = plan === null || desk.filmProblem !== null || wall.saving || meant.length === 0;
  const canSend = printer !== null;
  return (
    <section className={styles.make}>
      {shown !== null && plan !== null && <Made made={shown} plan={plan} steps={printers.direct ? null : printers.steps} />}
      <div className={styles.makeActions}>
        {canSend && (
          <Button look={shown === null ? 'go' : 'plain'} isDisabled={off || !printer.ready} onPress={() => start('sheets', sheets, printer.name)}>
            {t('send', { count: meant.length })}
          </Button>
        )}
        <Button look={canSend || shown !== null ? 'plain' : 'go'} isDisabled={off} onPress={() => start('sheets', sheets, null)}>
          {!canSend && <Icon name="print" />} {t(shown?.part === 'sheets' ? 'makeAgain' : 'make')}
        </Button>
        <ActionMenu
          label={t('otherWays')}
          actions={[
            ...(canSend && printer.ready
              ? [{ id: 'proof-send', label: t('proofSend'), icon: 'print' as const, run: () => start('proof', null, printer.name) }]
              : []),
            { id: 'proof', label: t('proofMake'), icon: 'paper', run: () => start('proof', null, null) },
            { id: 'measure', label: t('measureMake'), icon: 'spreadAcross', run: () => start('measure', null, null) },
          ]}
        />
      </div>
      {(shown !== null || wall.progress.printed) && (
        <Button look={shown === null ? 'plain' : 'go'} onPress={() => go({ place: 'wall', wall: wall.id, step: 'present' })}>
          {t('present')} <Icon name="right" size={18} />
        </Button>
      )}
    </section>
  );
}
