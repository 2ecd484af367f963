import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { howFar } from '../../../../core/ranking/looksLeft.ts';
import { useRanking, type Ranking } from '../../../api/useRanking.ts';
import type { Wall } from '../../../api/useWall.ts';
import { Button } from '../../../components/Button.tsx';
import { go } from '../../../route.ts';
import { FinishPanel } from './FinishPanel.tsx';
import { LookPanel } from './LookPanel.tsx';
import { TeamPanel } from './TeamPanel.tsx';
import { useLook } from './useLook.ts';

/** One to five teachers look at papers two by two, until the order is sure enough for the levels. */
export function SessionScreen({ wall }: { wall: Wall }): ReactNode {
  const { t } = useTranslation('session');
  const { t: common } = useTranslation();
  const ranking = useRanking(wall.task.id);
  if (ranking === null)
    return (
      <main className="screen empty" aria-busy>
        <p>{common('loading')}</p>
      </main>
    );
  if (wall.papers.length < 2)
    return (
      <main className="screen empty">
        <h1>{t('tooFew')}</h1>
        <Button look="go" onPress={() => go({ place: 'wall', wall: wall.id, step: 'collect' })}>
          {t('collect')}
        </Button>
      </main>
    );
  return <Session wall={wall} ranking={ranking} />;
}

function Session({ wall, ranking }: { wall: Wall; ranking: Ranking }): ReactNode {
  const [part, setPart] = useState<'team' | 'looks' | 'enough'>('team');
  const { papers: all } = wall;
  const { parked, log, judges } = ranking;
  const papers = useMemo(() => all.map(({ id }) => id).filter((id) => !parked.includes(id)), [all, parked]);
  const levels = wall.chart.levels.length;
  const look = useLook(ranking, papers, levels);
  const far = useMemo(() => howFar(papers, log, levels, Math.max(1, judges.length)), [papers, log, levels, judges.length]);
  const toTeam = (): void => setPart('team');
  const toLooks = (): void => setPart('looks');
  if (part === 'team' || judges.length === 0) return <TeamPanel wall={wall} ranking={ranking} looks={far.looks} onStart={toLooks} />;
  if (part === 'enough' || look.pair === null)
    return <FinishPanel wall={wall} ranking={ranking} papers={papers} isSure={look.pair === null} onMore={toLooks} onTeam={toTeam} />;
  return <LookPanel wall={wall} ranking={ranking} far={far} look={look} pair={look.pair} onTeam={toTeam} onEnough={() => setPart('enough')} />;
}
