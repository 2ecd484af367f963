import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../components/Fields.tsx';
import type { PrintDesk } from './usePrintDesk.ts';
import styles from './Print.module.css';

/** Labels that are named before it says “…”. */
const MOST_NAMED = 6;

/** When the wall was printed, what has changed since, and which sheets to print now. */
export function Changes({ desk }: { desk: PrintDesk }): ReactNode {
  const { t } = useTranslation('print');
  const { before, plan, which, meant } = desk;
  if (plan === null || (before === null && which !== 'chosen')) return null;
  const changed = before?.print ?? [];
  const since =
    changed.length === 0
      ? t('unchanged')
      : changed.length === plan.sheets.length
        ? t('allChanged')
        : t('changedSince', { count: changed.length, labels: named(changed) });
  const options = [
    { value: 'all', label: t('whatAll', { count: plan.sheets.length }) } as const,
    ...(changed.length > 0 && changed.length < plan.sheets.length ? [{ value: 'changed', label: t('whatChanged', { count: changed.length }) } as const] : []),
    ...(which === 'chosen' ? [{ value: 'chosen', label: t('whatChosen', { count: meant.length }) } as const] : []),
  ];
  return (
    <div className={styles.changes}>
      {before !== null && (
        <p className={changed.length > 0 ? styles.changedNote : 'quiet'}>
          {t('printedOn', { date: new Date(before.at).toLocaleDateString(undefined, { day: 'numeric', month: 'long' }) })}
          {' · '}
          {since}
          {before.gone.length > 0 && ` · ${t('takeDown', { labels: named(before.gone) })}`}
        </p>
      )}
      {options.length > 1 && <Choice label={t('what')} labelHidden value={which} options={options} onChange={desk.mean} />}
    </div>
  );
}

function named(labels: readonly string[]): string {
  return labels.length > MOST_NAMED ? `${labels.slice(0, MOST_NAMED).join(', ')} …` : labels.join(', ');
}
