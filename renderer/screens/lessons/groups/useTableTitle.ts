import { useTranslation } from 'react-i18next';
import { newestByCode } from '../../../../core/kernel/versions.ts';
import type { TeachingGroup } from '../../../../core/lessons/teachingGroup.ts';
import { useGoals } from '../../../api/useGoals.tsx';

/** What a table is called: the step they share, the skill, or its number. */
export function useTableTitle(): (group: TeachingGroup, number: number) => string {
  const { t } = useTranslation('groups');
  const { bank, goals } = useGoals();
  return ({ kind, goal, skillSet }, number) => {
    if (kind === 'circle') return t('circle', { number });
    return goals.get(goal ?? '')?.pupilText ?? newestByCode(bank.skillSets).get(skillSet ?? '')?.name ?? t('table', { number });
  };
}
