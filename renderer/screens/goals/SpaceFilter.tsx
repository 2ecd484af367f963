import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { spacesOf } from '../../../core/class/pupil.ts';
import { useGoals } from '../../api/useGoals.tsx';
import { SpaceSelect } from '../../components/SpaceChoice.tsx';

/** Which of the teacher's spaces; nothing where there is one only. */
export function SpaceFilter({ space, onChange }: { space: string; onChange: (space: string) => void }): ReactNode {
  const { t } = useTranslation('goalClass');
  const { pupils } = useGoals();
  const spaces = spacesOf(pupils);
  if (spaces.length === 0 || (spaces.length === 1 && pupils.every((pupil) => pupil.space !== ''))) return null;
  return <SpaceSelect spaces={spaces} space={space} label={t('space')} allLabel={t('allSpaces')} onChange={onChange} />;
}
