import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../../api/app.tsx';
import { hrefTo } from '../../../route.ts';
import styles from './GoalClass.module.css';

/** Where this child's writing fell on the charts: compared with itself only. Nothing where it never did. */
export function OnCharts({ pupil }: { pupil: string }): ReactNode {
  const { t } = useTranslation('goalClass');
  const { value } = useAnswer('placements.ofPupil', { pupil }, ['goals.changed']);
  const charts = (value ?? []).map(({ wall, title, labels, first, now }) => ({
    wall,
    title,
    first: placeInWords(t, first, labels),
    now: placeInWords(t, now, labels),
  }));
  if (charts.length === 0) return null;
  return (
    <section className={`${styles.onCharts} card`} aria-labelledby="on-charts">
      <h2 id="on-charts">{t('charts')}</h2>
      <ul>
        {charts.map(({ wall, title, first, now }) => (
          <li key={wall}>
            <a href={hrefTo({ place: 'place', wall, pupil })}>
              <b>{title}</b>
            </a>
            <span className="quiet">
              {first === now ? t('chartNow', { place: now }) : `${t('chartFirst', { place: first })} · ${t('chartNow', { place: now })}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** @param place counts levels from 0; a half lies between two */
function placeInWords(t: TFunction<'goalClass'>, place: number, labels: readonly string[]): string {
  const [low, high] = [labels[Math.floor(place)], labels[Math.ceil(place)]];
  if (Number.isInteger(place)) return t('atLevel', { label: low ?? '' });
  if (low === undefined) return t('belowLevel', { label: high ?? '' });
  return high === undefined ? t('aboveLevel', { label: low }) : t('between', { low, high });
}
