import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { daysFrom, today } from '../../../../core/kernel/days.ts';
import type { Lesson } from '../../../../core/lessons/lesson.ts';
import { dayInWords } from '../../../../core/words/dayInWords.ts';
import { useApp } from '../../../api/app.tsx';
import { useKeptList } from '../../../api/useKeptList.ts';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { UndoButton } from '../../../components/UndoButton.tsx';
import { BalanceOfWeek } from './BalanceOfWeek.tsx';
import { LessonCard } from './LessonCard.tsx';
import { LessonEditor } from './LessonEditor.tsx';
import { aWeekLater, daysOfWeek, SCHOOL_DAYS } from './week.ts';
import styles from './Lessons.module.css';

/** Monday to Friday, each with its lessons; the one that is open lies beside them. */
export function WeekPlan({ monday, views, days, children }: { monday: string; views: ReactNode; days: ReactNode; children: ReactNode }): ReactNode {
  const { t } = useTranslation('lessons');
  const { api, say, complain } = useApp();
  const [opened, setOpened] = useState<string | null>(null);
  const friday = daysFrom(monday, SCHOOL_DAYS - 1);
  const plan = useKeptList<Lesson>({
    told: 'lessons.changed',
    load: () => api.call('lessons.list', { from: monday, until: friday }),
    save: (lesson) => api.call('lessons.save', lesson),
    remove: (lesson) => api.call('lessons.remove', { lesson }),
  });
  const { items, change } = plan;
  const lessons = items ?? [];
  const open = lessons.find(({ id }) => id === opened);
  const alter = (id: string, difference: Partial<Lesson>, what: string): void =>
    change(
      lessons.map((lesson) => (lesson.id === id ? { ...lesson, ...difference } : lesson)),
      what,
    );
  const add = (date: string): void => {
    const lesson: Lesson = { id: crypto.randomUUID(), date, space: '', kind: 'modelled', title: '', intention: '', lofty: [], model: [] };
    change([...lessons, lesson], t('undo.add'));
    setOpened(lesson.id);
  };
  const copyLastWeek = async (): Promise<void> => {
    try {
      const last = await api.call('lessons.list', { from: daysFrom(monday, -7), until: daysFrom(friday, -7) });
      if (last.length === 0) return say(t('nothingToCopy'));
      change([...lessons, ...aWeekLater(last)], t('undo.copy'));
    } catch (error) {
      complain(error);
    }
  };
  return (
    <main className={open === undefined ? `screen ${styles.lessons}` : `screen ${styles.lessons} ${styles.open}`}>
      <div className="screen-head">
        <div>
          <h1>{t('title')}</h1>
          {days}
        </div>
        {views}
        <Button onPress={() => void copyLastWeek()} isDisabled={items === null}>
          <Icon name="copy" /> {t('copyWeek')}
        </Button>
        <UndoButton history={plan} what={plan.undoWhat} />
      </div>
      {children}
      <div className={styles.weekAndLesson}>
        <div className={styles.weekSide}>
          <ol className={styles.week}>
            {daysOfWeek(monday).map((date) => (
              <li key={date} className={date === today() ? styles.today : ''}>
                <h2>{dayInWords(date, true)}</h2>
                <ul>
                  {lessons
                    .filter((lesson) => lesson.date === date)
                    .map((lesson) => (
                      <LessonCard
                        key={lesson.id}
                        lesson={lesson}
                        open={lesson.id === opened}
                        onOpen={() => setOpened(lesson.id === opened ? null : lesson.id)}
                        onModelled={(goal, done) =>
                          alter(lesson.id, { model: lesson.model.map((one) => (one.goal === goal ? { goal, done } : one)) }, t('undo.modelled'))
                        }
                      />
                    ))}
                </ul>
                <Button look="ghost" label={t('addOn', { day: dayInWords(date) })} isDisabled={items === null} onPress={() => add(date)}>
                  <Icon name="plus" /> {t('add')}
                </Button>
              </li>
            ))}
          </ol>
          {items !== null && lessons.length === 0 ? <p className="tip">{t('emptyWeek')}</p> : <BalanceOfWeek lessons={lessons} />}
        </div>
        {open !== undefined && (
          <LessonEditor
            key={open.id}
            lesson={open}
            days={daysOfWeek(monday)}
            onChange={(difference, what) => alter(open.id, difference, what)}
            onRemove={() => {
              change(
                lessons.filter(({ id }) => id !== open.id),
                t('undo.remove'),
              );
              setOpened(null);
            }}
            onClose={() => setOpened(null)}
          />
        )}
      </div>
    </main>
  );
}
