import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useGoals } from '../../../api/useGoals.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { hrefTo, useRoute } from '../../../route.ts';
import { ClassCards } from './ClassCards.tsx';
import { PupilPage } from './PupilPage.tsx';
import '../goalParts.css';
import './goalClass.css';

/** Every child with the goal of today; and a page for each child. */
export function GoalsClassScreen(): ReactNode {
  const { t } = useTranslation('goalClass');
  const { pupils } = useGoals();
  const route = useRoute();
  const wanted = route.place === 'goals' ? route.pupil : undefined;
  const pupil = pupils.find(({ id }) => id === wanted);
  if (pupils.length === 0 || (wanted !== undefined && !pupil)) {
    return (
      <main className="screen empty">
        <Icon name="people" size={48} />
        <h1>{t(wanted === undefined ? 'empty' : 'goneChild')}</h1>
        <p>{t('empty_hint')}</p>
        <a className="button go" href={hrefTo(wanted === undefined ? { place: 'class' } : { place: 'goals', part: 'class' })}>
          {t(wanted === undefined ? 'toClass' : 'back')}
        </a>
      </main>
    );
  }
  return pupil ? <PupilPage key={pupil.id} pupil={pupil} /> : <ClassCards />;
}
