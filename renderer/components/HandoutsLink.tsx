import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { hrefTo } from '../route.ts';
import { Icon } from './Icon.tsx';

/** To the papers that a class needs for this wall's task. `why`: what the teacher is here for. */
export function HandoutsLink({ wall, why }: { wall: string; why: 'link' | 'printAnswerSheets' }): ReactNode {
  const { t } = useTranslation('taskHandouts');
  return (
    <a className="button ghost small" href={hrefTo({ place: 'handouts', wall })}>
      <Icon name="paper" size={18} /> {t(why)}
    </a>
  );
}
