import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pupil } from '../../../../core/class/pupil.ts';
import { useAnswer } from '../../../api/app.tsx';

/** Whose answer sheet was printed and has not come in; nothing where all are here, or none is yet. */
export function MissingSheets({ task, pupils }: { task: string; pupils: ReadonlyMap<string, Pupil> }): ReactNode {
  const { t } = useTranslation('taskHandouts');
  const { value } = useAnswer('handouts.sheetsOut', { task }, ['papers.changed']);
  const missing = value?.missing ?? [];
  if (missing.length === 0 || missing.length === value?.printed) return null;
  const names = missing.flatMap((id) => {
    const pupil = pupils.get(id);
    return pupil === undefined ? [] : [pupil.name ?? pupil.code];
  });
  return <span role="status">{t('missing', { count: missing.length, names: names.join(', ') })}</span>;
}
