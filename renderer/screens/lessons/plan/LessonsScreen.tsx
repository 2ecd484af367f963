import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { daysFrom, today } from '../../../../core/kernel/days.ts';
import type { TeamNote } from '../../../../core/lessons/teamNote.ts';
import { dayInWords } from '../../../../core/words/dayInWords.ts';
import { useApp } from '../../../api/app.tsx';
import { useKeptList } from '../../../api/useKeptList.ts';
import { Button } from '../../../components/Button.tsx';
import { Choice } from '../../../components/Fields.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { TeamLog } from './TeamLog.tsx';
import { WeekPlan } from './WeekPlan.tsx';
import { mondayFor } from './week.ts';
import styles from './Lessons.module.css';

/** The week's menu of writing lessons, and what the team decided. */
export function LessonsScreen(): ReactNode {
  const { t } = useTranslation('lessons');
  const { api } = useApp();
  const [view, setView] = useState<'week' | 'team'>('week');
  const [monday, setMonday] = useState(() => mondayFor(today()));
  const notes = useKeptList<TeamNote>({
    told: 'lessons.changed',
    load: () => api.call('team.notes', {}),
    save: (note) => api.call('team.save', note),
    remove: (note) => api.call('team.remove', { note }),
  });
  const due = (notes.items ?? []).filter(({ checkInOn }) => checkInOn !== null && checkInOn <= today());
  const views = (
    <Choice
      label={t('view')}
      labelHidden
      value={view}
      options={[
        { value: 'week', label: t('week') },
        { value: 'team', label: t('team') },
      ]}
      onChange={setView}
    />
  );
  if (view === 'team') return <TeamLog notes={notes} views={views} />;
  const days = (
    <div className="day-steps" role="group" aria-label={t('whichWeek')}>
      <Button icon small look="ghost" label={t('weekBefore')} onPress={() => setMonday(daysFrom(monday, -7))}>
        <Icon name="left" />
      </Button>
      <b>{t(monday === mondayFor(today()) ? 'thisWeek' : 'weekOf', { day: dayInWords(monday) })}</b>
      <Button icon small look="ghost" label={t('weekAfter')} onPress={() => setMonday(daysFrom(monday, 7))}>
        <Icon name="right" />
      </Button>
    </div>
  );
  return (
    <WeekPlan key={monday} monday={monday} views={views} days={days}>
      {due.length > 0 && (
        <button type="button" className={styles.lookAgain} onClick={() => setView('team')}>
          <Icon name="eye" /> {t('due', { topic: due[0]?.topic ?? '' })}
        </button>
      )}
    </WeekPlan>
  );
}
