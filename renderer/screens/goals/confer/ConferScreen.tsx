import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useGoals } from '../../../api/useGoals.tsx';
import { hrefTo } from '../../../route.ts';
import { ClassFirst } from '../ClassFirst.tsx';
import { ConferLesson } from './ConferLesson.tsx';
import { useLessonStore } from './lessonStore.ts';
import { FromList } from './FromList.tsx';

/** Half a minute beside every child while the class writes; or afterwards, from a list on paper. */
export function ConferScreen(): ReactNode {
  const { t } = useTranslation('confer');
  const { pupils } = useGoals();
  const store = useLessonStore();
  const [onPaper, setOnPaper] = useState(false);
  if (pupils.length === 0) return <ClassFirst title={t('empty')} hint={t('empty_hint')} way={t('toClass')} href={hrefTo({ place: 'class' })} />;
  if (onPaper) return <FromList onDone={() => setOnPaper(false)} />;
  return store === null ? null : <ConferLesson store={store} onPaper={() => setOnPaper(true)} />;
}
