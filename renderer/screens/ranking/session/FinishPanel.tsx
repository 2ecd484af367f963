import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { neighboursIn, rank } from '../../../../core/ranking/rank.ts';
import { standing } from '../../../../core/ranking/voteLog.ts';
import { tallyOf } from '../../../../core/ranking/votes.ts';
import type { Ranking } from '../../../api/useRanking.ts';
import type { Wall } from '../../../api/useWall.ts';
import { Button } from '../../../components/Button.tsx';
import { Check } from '../../../components/Fields.tsx';
import { PaperPicture } from '../../../components/PaperPicture.tsx';
import { go } from '../../../route.ts';
import styles from './TwoByTwo.module.css';

/** The order that the votes give, before it becomes the line on the table. */
export function FinishPanel({
  wall,
  ranking,
  papers,
  isSure,
  onMore,
  onTeam,
}: {
  wall: Wall;
  ranking: Ranking;
  /** The ids of those that the team looks at. */
  papers: readonly string[];
  isSure: boolean;
  onMore: () => void;
  onTeam: () => void;
}): ReactNode {
  const { t } = useTranslation('session');
  const [withLevels, setWithLevels] = useState(false);
  const votes = useMemo(() => standing(ranking.log), [ranking.log]);
  const seen = useMemo(() => {
    const tally = tallyOf(papers, votes);
    return papers.filter((_, index) => tally.seen[index]! > 0);
  }, [papers, votes]);
  const { levels } = wall.chart;
  const ranked = useMemo(() => (seen.length < 2 ? null : rank(seen, votes, levels.length)), [seen, votes, levels.length]);
  if (ranked === null)
    return (
      <main className="screen empty">
        <h1>{t('nothingYet')}</h1>
        <Button look="go" onPress={onMore}>
          {t('more')}
        </Button>
      </main>
    );
  const byId = new Map(wall.papers.map((paper) => [paper.id, paper]));
  const line = ranked.order.flatMap((id) => byId.get(id) ?? []);
  const contested = neighboursIn(ranked.order, ranked.order, votes).filter(({ certainty }) => certainty === 'contested');
  const carriesLevels = ranked.anchors.length === levels.length;
  const use = (): void => {
    const together = `order-${crypto.randomUUID()}`;
    if (withLevels && carriesLevels)
      ranked.anchors.forEach(({ level, paper }) => wall.change({ name: 'set-anchors', level: levels[level]!.id, anchors: [paper] }, together));
    // Papers in the bin keep their place in the document, out of sight.
    const outOfSight = wall.chart.line.filter((id) => !byId.has(id));
    wall.change({ name: 'set-line', line: [...ranked.order, ...outOfSight] }, together);
    go({ place: 'wall', wall: wall.id, step: 'line-up' });
  };
  return (
    <main className={`screen ${styles.finish}`}>
      <div className={styles.head}>
        <div>
          <h1>{isSure ? t('sure') : t('order')}</h1>
          <p className="quiet">{ranked.advice.why}</p>
        </div>
        <Button onPress={onTeam}>{t('team')}</Button>
        {!isSure && <Button onPress={onMore}>{t('more')}</Button>}
        <Button look="go" onPress={use}>
          {t('use')}
        </Button>
      </div>
      <ol className={styles.line} aria-label={t('order')}>
        {line.map((paper, index) => {
          const level = ranked.anchors.find((anchor) => anchor.paper === paper.id);
          const isContested = contested.some(({ upper }) => upper === paper.id);
          return (
            <li key={paper.id}>
              {isContested && <span className={styles.contested}>{t('contested')}</span>}
              <PaperPicture paper={paper} width={150} label={t('place', { place: index + 1, all: line.length })} />
              {withLevels && level !== undefined && <b>{levels[level.level]!.label}</b>}
            </li>
          );
        })}
      </ol>
      <div>
        {carriesLevels && <Check label={t('withLevels', { levels: levels.length })} checked={withLevels} onChange={setWithLevels} />}
        <p className="quiet">
          {t('steps', {
            clear: ranked.pairs.filter(({ certainty }) => certainty === 'clear').length,
            close: ranked.pairs.filter(({ certainty }) => certainty === 'close').length,
            contested: ranked.pairs.filter(({ certainty }) => certainty === 'contested').length,
          })}
        </p>
        {seen.length < wall.papers.length && <p className="quiet">{t('onThePile', { count: wall.papers.length - seen.length })}</p>}
        {ranking.parked.length > 0 && (
          <Button small onPress={() => ranking.parked.forEach((paper) => ranking.park(paper, false))}>
            {t('fetchParked', { count: ranking.parked.length })}
          </Button>
        )}
      </div>
    </main>
  );
}
