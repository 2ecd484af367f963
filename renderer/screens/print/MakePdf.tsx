import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../../core/api/contract.ts';
import type { Outgoing } from '../../../core/api/library.ts';
import { PrintMade, type PrintSettings } from '../../../core/api/walls.ts';
import type { SheetPlan } from '../../../core/tiling/sheets.ts';
import { useApp } from '../../api/app.tsx';
import type { Wall } from '../../api/useWall.ts';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { JobBar } from '../../components/JobBar.tsx';
import { go } from '../../route.ts';

/** Makes the PDF and hands it over. Whoever uses it gives it a new key when the wall or the settings change: what was made is then old. */
export function MakePdf({ wall, settings, plan }: { wall: Wall; settings: PrintSettings; plan: SheetPlan | null }): ReactNode {
  const { t } = useTranslation('print');
  const { api, complain } = useApp();
  const [job, setJob] = useState<string | null>(null);
  const [made, setMade] = useState<{ file: Outgoing; sheets: number } | null>(null);
  const make = (): void => {
    setMade(null);
    api.call('print.make', { wall: wall.id, settings }).then((started) => setJob(started.job), complain);
  };
  const ended = (last: Job): void => {
    setJob(null);
    const result = PrintMade.safeParse(last.result);
    if (last.state === 'done' && result.success) setMade(result.data);
  };
  return (
    <section className="make">
      {job !== null && <JobBar job={job} onEnd={ended} />}
      {made !== null && plan !== null && <Made file={made.file} plan={plan} />}
      {job === null && (
        <div className="make-actions">
          <Button look={made === null ? 'go' : 'plain'} isDisabled={plan === null || wall.saving} onPress={make}>
            <Icon name="print" /> {t(made === null ? 'make' : 'makeAgain')}
          </Button>
          {(made !== null || wall.progress.printed) && (
            <Button look={made === null ? 'plain' : 'go'} onPress={() => go({ place: 'wall', wall: wall.id, step: 'present' })}>
              {t('present')} <Icon name="right" size={18} />
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

function Made({ file, plan }: { file: Outgoing; plan: SheetPlan }): ReactNode {
  const { t } = useTranslation('print');
  const { desktop, say, complain } = useApp();
  const save = (): void => {
    desktop.save(file).then((saved) => saved && say(t('savedFile', { name: file.name })), complain);
  };
  return (
    <div className="made tip" role="status">
      <h2>
        <Icon name="check" /> {t('made')}
      </h2>
      <p>{t('madePages', { count: plan.sheets.length, first: plan.sheets[0]?.page ?? 1, last: plan.sheets.at(-1)?.page ?? 1 })}</p>
      <p>{t('advice')}</p>
      <div className="made-actions">
        <Button onPress={() => void desktop.open(file).catch(complain)}>{t('open')}</Button>
        <Button onPress={save}>{t('save')}</Button>
      </div>
    </div>
  );
}
