import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../../../api/app.tsx';
import { useMaking } from '../../../api/useMaking.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import { ActionMenu } from '../../../components/ActionMenu.tsx';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { JobBar } from '../../../components/JobBar.tsx';

const sheetSizes = ['A4', 'Letter'] as const;

/** The list for a lesson without a screen: codes only, for it may lie about in the room. */
export function PrintList({ date, space }: { date: string; space: string }): ReactNode {
  const { t } = useTranslation('confer');
  const { api, desktop, complain } = useApp();
  const { pupils } = useGoals();
  const { job, made, start, ended } = useMaking();
  const listed = space === '' ? null : pupils.filter((pupil) => pupil.space === space).map(({ id }) => id);
  const make = (sheetSize: (typeof sheetSizes)[number]): void =>
    start(api.call('handouts.printGoals', { what: 'conference-list', sheetSize, date, pupils: listed, names: false }));
  if (job !== null) return <JobBar job={job} onEnd={ended} />;
  return (
    <>
      {made !== null && (
        <Button look="go" onPress={() => void desktop.open(made.file).catch(complain)}>
          {t('listOpen')}
        </Button>
      )}
      <ActionMenu
        label={t('listPrint')}
        actions={sheetSizes.map((sheetSize) => ({ id: sheetSize, label: t('listOn', { sheetSize }), run: () => make(sheetSize) }))}
      >
        <Icon name="print" size={18} />
        {t('listPrint')}
      </ActionMenu>
    </>
  );
}
