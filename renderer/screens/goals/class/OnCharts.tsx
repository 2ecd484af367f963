import type { TFunction } from 'i18next';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Placement } from '../../../../core/goals/placement.ts';
import { useApp } from '../../../api/app.tsx';
import { hrefTo } from '../../../route.ts';
import styles from './GoalClass.module.css';

interface OneChart {
  readonly wall: string;
  readonly title: string;
  readonly first: string;
  readonly now: string;
}

/** Where this child's writing fell on the charts: compared with itself only. Nothing where it never did. */
export function OnCharts({ pupil }: { pupil: string }): ReactNode {
  const { t } = useTranslation('goalClass');
  const { api, complain } = useApp();
  const [charts, setCharts] = useState<readonly OneChart[]>([]);
  useEffect(() => {
    let current = true;
    const load = async (): Promise<void> => {
      const walls = await api.call('walls.list', {});
      const found = await Promise.all(
        walls.map(async ({ id, title, chart }) => {
          const mine = (await api.call('placements.list', { wall: id })).filter((placement) => placement.pupil === pupil);
          const [first, now] = [mine[0], mine.at(-1)];
          const say = ({ place }: Placement): string =>
            placeInWords(
              t,
              place,
              chart.levels.map(({ label }) => label),
            );
          return first && now ? [{ wall: id, title, first: say(first), now: say(now) }] : [];
        }),
      );
      if (current) setCharts(found.flat());
    };
    load().catch(complain);
    return () => {
      current = false;
    };
  }, [api, complain, pupil, t]);
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
