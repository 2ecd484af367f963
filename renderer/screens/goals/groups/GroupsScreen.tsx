import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInWords } from '../../../../core/papers/dayInWords.ts';
import { daysFrom, today } from '../../../api/today.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { go } from '../../../route.ts';
import { GroupsOfDay } from './GroupsOfDay.tsx';
import './groups.css';

/** Who sits together: workshops of the same need, pairs, and writing circles, day by day. */
export function GroupsScreen(): ReactNode {
  const { t } = useTranslation('groups');
  const { pupils } = useGoals();
  const [day, setDay] = useState(today);
  if (pupils.length === 0) {
    return (
      <main className="screen empty">
        <Icon name="people" size={48} />
        <h1>{t('empty')}</h1>
        <p>{t('empty_hint')}</p>
        <Button look="go" onPress={() => go({ place: 'class' })}>
          {t('toClass')}
        </Button>
      </main>
    );
  }
  const days = (
    <div className="day-steps" role="group" aria-label={t('day')}>
      <Button icon small look="ghost" label={t('dayBefore')} onPress={() => setDay(schoolDay(day, -1))}>
        <Icon name="left" />
      </Button>
      <b>{day === today() ? t('today', { day: dayInWords(day) }) : dayInWords(day)}</b>
      <Button icon small look="ghost" label={t('dayAfter')} onPress={() => setDay(schoolDay(day, 1))}>
        <Icon name="right" />
      </Button>
    </div>
  );
  return <GroupsOfDay key={day} date={day} days={days} />;
}

/** The next or last day that is no Saturday or Sunday. */
function schoolDay(from: string, step: 1 | -1): string {
  const next = daysFrom(from, step);
  const weekday = new Date(`${next}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6 ? schoolDay(next, step) : next;
}
