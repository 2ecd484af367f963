import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../../../api/app.tsx';
import { useMaking } from '../../../api/useMaking.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import { ActionMenu } from '../../../components/ActionMenu.tsx';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { JobBar } from '../../../components/JobBar.tsx';

const papers = ['A4', 'Letter'] as const;

/** The list for a lesson without a screen: codes only, for it may lie about in the room. */
export function PrintList({ date, space }: { date: string; space: string }): ReactNode {
  const { t } = useTranslation('confer');
  const { api, desktop, complain } = useApp();
  const { pupils } = useGoals();
  const { job, made, start, ended } = useMaking();
  const listed = space === '' ? null : pupils.filter((pupil) => pupil.space === space).map(({ id }) => id);
  const make = (paper: (typeof papers)[number]): void => start(api.call('goals.print', { what: 'conference-list', paper, date, pupils: listed, names: false }));
  if (job !== null) return <JobBar job={job} onEnd={ended} />;
  return (
    <>
      {made !== null && (
        <Button look="go" onPress={() => void desktop.open(made.file).catch(complain)}>
          {t('listOpen')}
        </Button>
      )}
      <ActionMenu label={t('listPrint')} actions={papers.map((paper) => ({ id: paper, label: t('listOn', { paper }), run: () => make(paper) }))}>
        <Icon name="print" size={18} />
        {t('listPrint')}
      </ActionMenu>
    </>
  );
}
