import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../core/contract/contract.ts';
import { dayInWords } from '../../../../core/words/dayInWords.ts';
import { useAnswer, useApp } from '../../../api/app.tsx';
import { daysFrom, today } from '../../../../core/kernel/days.ts';
import { useMaking } from '../../../api/useMaking.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import { Button } from '../../../components/Button.tsx';
import { Choice } from '../../../components/Fields.tsx';
import { GoalSymbol } from '../../../components/GoalSymbol.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { JobBar } from '../../../components/JobBar.tsx';
import styles from './Team.module.css';

const PARTS = ['mastered', 'stuck', 'unsaid'] as const;
const PERIODS = ['2', '3', '6'] as const;

/** One page for the meeting: how the writers are going, in counts. There is nobody's name on it, nor a code. */
export function TeamSummary(): ReactNode {
  const { t } = useTranslation('lessons');
  const { api, desktop, say, complain } = useApp();
  const [weeks, setWeeks] = useState<(typeof PERIODS)[number]>('3');
  const { job, made, start, ended } = useMaking();
  const days = { from: daysFrom(today(), -7 * Number(weeks)), until: today() };
  const { value: summary } = useAnswer('team.summary', days);
  const print = (sheetSize: 'A4' | 'Letter'): void => start(api.call('handouts.printTeam', { ...days, sheetSize }));
  return (
    <section className={styles.teamSummary} aria-label={t('summary')}>
      <div className={styles.summaryTools}>
        <Choice
          label={t('period')}
          labelHidden
          value={weeks}
          options={PERIODS.map((value) => ({ value, label: t('lastWeeks', { count: Number(value) }) }))}
          onChange={setWeeks}
        />
        <Button isDisabled={job !== null} onPress={() => print('A4')}>
          <Icon name="print" /> {t('printA4')}
        </Button>
        <Button look="ghost" isDisabled={job !== null} onPress={() => print('Letter')}>
          {t('printLetter')}
        </Button>
      </div>
      {job !== null && <JobBar job={job} onEnd={ended} />}
      {made !== null && (
        <div className="tip" role="status">
          <p>{t('pageReady')}</p>
          <div className="actions">
            <Button onPress={() => void desktop.open(made.file).catch(complain)}>{t('openPage')}</Button>
            <Button onPress={() => void desktop.save(made.file).then((saved) => saved && say(t('savedPage', { name: made.file.name })), complain)}>
              {t('savePage')}
            </Button>
          </div>
        </div>
      )}
      <article className={`${styles.summaryPage} card`}>
        <h2>{t('summaryTitle')}</h2>
        <p className="quiet">{t('fromUntil', { from: dayInWords(days.from), until: dayInWords(days.until) })}</p>
        {summary !== null && <SummaryWords summary={summary} />}
      </article>
    </section>
  );
}

function SummaryWords({ summary }: { summary: Output<'team.summary'> }): ReactNode {
  const { t } = useTranslation('lessons');
  const { goals, symbols } = useGoals();
  return (
    <>
      <p>{t('seen', { seen: summary.seen, pupils: summary.pupils, count: summary.conferences })}</p>
      <p>{summary.withoutGoal === 0 ? t('allHaveGoals') : t('readyToChoose', { count: summary.withoutGoal })}</p>
      {PARTS.map((part) => (
        <section key={part}>
          <h3>{t(`parts.${part}`)}</h3>
          {summary[part].length === 0 && <p className="quiet">{t(`parts_none.${part}`)}</p>}
          <ul>
            {summary[part].map(({ goal, pupils }) => (
              <li key={goal}>
                <GoalSymbol symbol={symbols.get(goals.get(goal)?.symbol ?? '')} size={34} />
                <span className="child">{goals.get(goal)?.pupilText ?? goal}</span>
                <span className="quiet">{t('writers', { count: pupils })}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
