import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../../../core/api/contract.ts';
import type { GoalPaperWish } from '../../../../core/api/goalPapers.ts';
import type { Outgoing } from '../../../../core/api/library.ts';
import { PrintMade } from '../../../../core/api/walls.ts';
import { useApp } from '../../../api/app.tsx';
import { ActionMenu } from '../../../components/ActionMenu.tsx';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { JobBar } from '../../../components/JobBar.tsx';

const papers = ['A4', 'A3', 'Letter', 'Tabloid'] as const;

/** Makes a poster as a PDF on the paper one chooses, then hands it over. */
export function PrintButton({ label, wish }: { label: string; wish: (paper: (typeof papers)[number]) => GoalPaperWish }): ReactNode {
  const { t } = useTranslation('bank');
  const { api, desktop, complain } = useApp();
  const [job, setJob] = useState<string | null>(null);
  const [made, setMade] = useState<Outgoing | null>(null);
  const make = (paper: (typeof papers)[number]): void => {
    setMade(null);
    api.call('goals.print', wish(paper)).then((started) => setJob(started.job), complain);
  };
  const ended = ({ state, result }: Job): void => {
    setJob(null);
    const read = PrintMade.safeParse(result);
    if (state === 'done' && read.success) setMade(read.data.file);
  };
  if (job !== null) return <JobBar job={job} onEnd={ended} />;
  return (
    <span className="print-button">
      <ActionMenu label={label} actions={papers.map((paper) => ({ id: paper, label: t('onPaper', { paper }), icon: 'print', run: () => make(paper) }))}>
        <Icon name="print" size={18} />
        {label}
      </ActionMenu>
      {made && (
        <>
          <Button small look="go" onPress={() => void desktop.open(made).catch(complain)}>
            {t('openPdf')}
          </Button>
          <Button small onPress={() => void desktop.save(made).catch(complain)}>
            {t('savePdf')}
          </Button>
        </>
      )}
    </span>
  );
}
