import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useGoals } from '../../../api/useGoals.tsx';
import { hrefTo, useRoute } from '../../../route.ts';
import { ClassFirst } from '../ClassFirst.tsx';
import { ClassCards } from './ClassCards.tsx';
import { PupilPage } from './PupilPage.tsx';

/** Every child with the goal of today; and a page for each child. */
export function GoalsClassScreen(): ReactNode {
  const { t } = useTranslation('goalClass');
  const { pupils } = useGoals();
  const route = useRoute();
  const wanted = route.place === 'goals' ? route.pupil : undefined;
  const pupil = pupils.find(({ id }) => id === wanted);
  if (pupils.length === 0 || (wanted !== undefined && !pupil)) {
    return wanted === undefined ? (
      <ClassFirst title={t('empty')} hint={t('empty_hint')} way={t('toClass')} href={hrefTo({ place: 'class' })} />
    ) : (
      <ClassFirst title={t('goneChild')} hint={t('empty_hint')} way={t('back')} href={hrefTo({ place: 'goals', part: 'class' })} />
    );
  }
  return pupil ? <PupilPage key={pupil.id} pupil={pupil} /> : <ClassCards />;
}
