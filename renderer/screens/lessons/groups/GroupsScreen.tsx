import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInWords } from '../../../../core/words/dayInWords.ts';
import { schoolDayFrom, today } from '../../../../core/kernel/days.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { hrefTo } from '../../../route.ts';
import { ClassFirst } from '../../goals/ClassFirst.tsx';
import { GroupsOfDay } from './GroupsOfDay.tsx';

/** Who sits together: workshops of the same need, pairs, and writing circles, day by day. */
export function GroupsScreen(): ReactNode {
  const { t } = useTranslation('groups');
  const { pupils } = useGoals();
  const [day, setDay] = useState(today);
  if (pupils.length === 0) return <ClassFirst title={t('empty')} hint={t('empty_hint')} way={t('toClass')} href={hrefTo({ place: 'class' })} />;
  const days = (
    <div className="day-steps" role="group" aria-label={t('day')}>
      <Button icon small look="ghost" label={t('dayBefore')} onPress={() => setDay(schoolDayFrom(day, -1))}>
        <Icon name="left" />
      </Button>
      <b>{day === today() ? t('today', { day: dayInWords(day) }) : dayInWords(day)}</b>
      <Button icon small look="ghost" label={t('dayAfter')} onPress={() => setDay(schoolDayFrom(day, 1))}>
        <Icon name="right" />
      </Button>
    </div>
  );
  return <GroupsOfDay key={day} date={day} days={days} />;
}
