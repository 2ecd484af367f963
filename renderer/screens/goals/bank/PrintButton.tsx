import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { GoalHandoutWish } from '../../../../core/handouts/goalHandoutWish.ts';
import { useApp } from '../../../api/app.tsx';
import { useMaking } from '../../../api/useMaking.ts';
import { ActionMenu } from '../../../components/ActionMenu.tsx';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { JobBar } from '../../../components/JobBar.tsx';
import styles from './Bank.module.css';

const sheetSizes = ['A4', 'A3', 'Letter', 'Tabloid'] as const;

/** Makes a poster as a PDF on the paper one chooses, then hands it over. */
export function PrintButton({ label, wish }: { label: string; wish: (sheetSize: (typeof sheetSizes)[number]) => GoalHandoutWish }): ReactNode {
  const { t } = useTranslation('bank');
  const { api, desktop, complain } = useApp();
  const { job, made, start, ended } = useMaking();
  const make = (sheetSize: (typeof sheetSizes)[number]): void => start(api.call('handouts.printGoals', wish(sheetSize)));
  if (job !== null) return <JobBar job={job} onEnd={ended} />;
  return (
    <span className={styles.printButton}>
      <ActionMenu
        label={label}
        actions={sheetSizes.map((sheetSize) => ({ id: sheetSize, label: t('onPaper', { sheetSize }), icon: 'print', run: () => make(sheetSize) }))}
      >
        <Icon name="print" size={18} />
        {label}
      </ActionMenu>
      {made && (
        <>
          <Button small look="go" onPress={() => void desktop.open(made.file).catch(complain)}>
            {t('openPdf')}
          </Button>
          <Button small onPress={() => void desktop.save(made.file).catch(complain)}>
            {t('savePdf')}
          </Button>
        </>
      )}
    </span>
  );
}
