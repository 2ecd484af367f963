import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useGoals } from '../../../api/useGoals.tsx';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { JobBar } from '../../../components/JobBar.tsx';
import { GoalSymbol } from '../../../components/GoalSymbol.tsx';
import { go } from '../../../route.ts';
import type { BankFiles } from './useBankFiles.ts';
import styles from './Bank.module.css';

/** What a file brought or asks: lines of a table that could not be read, a name that may stand in a pack. */
export function FileReports({ files }: { files: BankFiles }): ReactNode {
  const { t } = useTranslation('bank');
  const { t: common } = useTranslation();
  const { goals, symbols } = useGoals();
  const { taken, running, held, closeReports } = files;
  const goal = goals.get(held?.goal ?? '');
  return (
    <>
      {running.job !== null && <JobBar job={running.job} onEnd={running.ended} />}
      <Dialog title={t(taken?.isTable === false ? 'packRead' : 'tableRead')} open={taken !== null} onClose={closeReports}>
        <p>{taken?.said}</p>
        <ul className={styles.tableNotes}>
          {taken?.notes.map(({ line, message }, index) => (
            <li key={index}>
              {taken.isTable && <b>{t('line', { line })}</b>} {message}
            </li>
          ))}
        </ul>
        {taken !== null && taken.leftOut > taken.notes.length && <p className="quiet">{t('moreLeftOut', { count: taken.leftOut - taken.notes.length })}</p>}
        <div className="actions">
          <Button look="go" onPress={closeReports}>
            {common('done')}
          </Button>
        </div>
      </Dialog>
      <Dialog title={t('heldPack')} open={held !== null} onClose={closeReports}>
        <p>{held?.message}</p>
        <p className="quiet">{held?.hint}</p>
        {goal && (
          <p className={styles.heldGoal}>
            <GoalSymbol symbol={symbols.get(goal.symbol ?? '')} size={40} />
            <span className="child">{goal.pupilText}</span>
          </p>
        )}
        <div className="actions">
          <Button onPress={() => held && files.packOut(held.goals, true)}>{t('noName')}</Button>
          {goal && (
            <Button
              look="go"
              onPress={() => {
                closeReports();
                go({ place: 'goals', part: 'bank', view: 'goal', item: goal.code });
              }}
            >
              {t('openGoal')}
            </Button>
          )}
        </div>
      </Dialog>
    </>
  );
}
