import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useGoals } from '../../../api/useGoals.tsx';
import { hrefTo } from '../../../route.ts';
import { ClassFirst } from '../ClassFirst.tsx';
import { ConferLesson } from './ConferLesson.tsx';
import { FromList } from './FromList.tsx';

/** Half a minute beside every child while the class writes; or afterwards, from a list on paper. */
export function ConferScreen(): ReactNode {
  const { t } = useTranslation('confer');
  const { pupils } = useGoals();
  const [onPaper, setOnPaper] = useState(false);
  if (pupils.length === 0) return <ClassFirst title={t('empty')} hint={t('empty_hint')} way={t('toClass')} href={hrefTo({ place: 'class' })} />;
  return onPaper ? <FromList onDone={() => setOnPaper(false)} /> : <ConferLesson onPaper={() => setOnPaper(true)} />;
}
