import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileReport } from '../../../../core/capture/importReport.ts';
import styles from './Collect.module.css';

/** Answer sheets of other tasks that were among the files, and where they are now. */
export function StraySheets({ files }: { files: readonly FileReport[] }): ReactNode {
  const { t } = useTranslation('taskHandouts');
  const pages = new Map<string | null, number>();
  for (const { question, pages: count } of files.flatMap(({ strays }) => strays ?? [])) pages.set(question, (pages.get(question) ?? 0) + count);
  return [...pages].map(([question, count]) => (
    <p key={question ?? ''} className={styles.arrivalBlank}>
      {question === null ? t('strayHere', { count }) : t('strayThere', { count, question })}
    </p>
  ));
}
