import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { nextAsked } from '../../../../core/chart/nextLevel.ts';
import type { DrawnPage } from '../../../../core/drawing/drawnPage.ts';
import type { TaskHandoutWish } from '../../../../core/handouts/taskHandoutWish.ts';
import { taskHandouts, type TaskOnHandout } from '../../../../core/handouts/taskHandouts.ts';
import type { Fonts } from '../../../../core/text/fonts.ts';
import { useAnswer, useApp } from '../../../api/app.tsx';
import { useStay } from '../../../api/useStay.ts';
import { useWall, type Wall } from '../../../api/useWall.ts';
import { MakeHandout } from '../../../components/MakeHandout.tsx';
import { PageStage } from '../../../components/PageStage.tsx';
import { TopBar } from '../../../components/TopBar.tsx';
import { hrefTo } from '../../../route.ts';
import { useFonts } from '../../../stage/fonts.tsx';
import { TaskHandoutSettings } from './TaskHandoutSettings.tsx';
import { KindPicture } from './KindPicture.tsx';
import { MiniChartLook } from './MiniChartLook.tsx';
import { taskHandoutKinds, firstTaskHandout, wishOf, type TaskHandoutChoice } from './taskHandoutChoice.ts';
import styles from '../Handouts.module.css';

/** The papers that a class needs for the task of a wall, each as it will be printed. */
export function TaskHandoutsScreen({ wall: id }: { wall: string }): ReactNode {
  const { t } = useTranslation('taskHandouts');
  const { t: common } = useTranslation();
  const wall = useWall(id);
  if (wall === null || wall === 'gone') {
    return (
      <div className="app">
        <TopBar />
        <main className="screen empty" aria-busy={wall === null}>
          <p>{common(wall === null ? 'loading' : 'gone')}</p>
        </main>
      </div>
    );
  }
  return (
    <div className="app">
      <TopBar wall={wall}>
        <a className="button ghost" href={hrefTo({ place: 'wall', wall: id, step: wall.progress.next })}>
          {t('back')}
        </a>
      </TopBar>
      <Desk wall={wall} />
    </div>
  );
}

function Desk({ wall }: { wall: Wall }): ReactNode {
  const { t } = useTranslation('taskHandouts');
  const { api } = useApp();
  const fonts = useFonts();
  const { value: people } = useAnswer('class.list', {}, ['class.changed']);
  const { value: placements } = useAnswer('placements.list', { wall: wall.id }, ['goals.changed']);
  const [choice, change] = useStay<TaskHandoutChoice>('taskHandouts', firstTaskHandout);
  const wish = useMemo(() => wishOf(wall.id, choice), [wall.id, choice]);
  const next = useMemo(() => nextAsked(wall.chart.levels, placements ?? []), [wall.chart.levels, placements]);
  const onPaper = useMemo<TaskOnHandout>(() => {
    const withNext = wish.what === 'slips' && wish.withNext;
    return { task: wall.task, pupils: people?.pupils ?? [], next: withNext ? next : new Map() };
  }, [wall.task, people, next, wish]);
  const { pages, problem } = useMemo(() => pagesFor(fonts, wish, onPaper), [fonts, wish, onPaper]);
  const { strip } = wall.chart;
  const ready = wish.what === 'mini-chart' ? strip !== null : pages.length > 0;
  return (
    <main className={`screen ${styles.desk}`}>
      <nav className={styles.kinds} aria-label={t('kinds_label')}>
        {taskHandoutKinds.map((kind) => (
          <button key={kind} type="button" aria-pressed={kind === choice.what} onClick={() => change({ what: kind })}>
            <KindPicture kind={kind} />
            {t(`kinds.${kind}`)}
          </button>
        ))}
      </nav>
      <section className={styles.look}>
        <header>
          <h1>{t('title')}</h1>
          <p className="quiet">{t(`says.${choice.what}`)}</p>
        </header>
        {wish.what === 'mini-chart' && strip !== null && <MiniChartLook wall={wall} strip={strip} sheetSize={wish.sheetSize} grey={wish.grey} />}
        {wish.what === 'mini-chart' && strip === null && (
          <Nothing title={t('noStrip')} hint={t('noStrip_hint')} go={t('toDesign')} href={hrefTo({ place: 'wall', wall: wall.id, step: 'design' })} />
        )}
        {problem === null && pages.length > 0 && <PageStage key={wish.what} pages={pages} />}
        {problem !== null && people !== null && <Nothing title={t('noPupils')} hint={t('noPupils_hint')} go={t('toClass')} href={hrefTo({ place: 'class' })} />}
      </section>
      <aside className={styles.side} aria-label={t('settings')}>
        <TaskHandoutSettings choice={choice} known={next.size} onChange={change} />
        <MakeHandout key={JSON.stringify(wish)} start={() => api.call('handouts.printForTask', wish)} disabled={!ready} />
      </aside>
    </main>
  );
}

function Nothing({ title, hint, go, href }: { title: string; hint: string; go: string; href: string }): ReactNode {
  return (
    <div className={styles.nothing}>
      <h2>{title}</h2>
      <p className="quiet">{hint}</p>
      <a className="button go" href={href}>
        {go}
      </a>
    </div>
  );
}

function pagesFor(fonts: Fonts | null, wish: TaskHandoutWish, onPaper: TaskOnHandout): { pages: readonly DrawnPage[]; problem: string | null } {
  if (fonts === null || wish.what === 'mini-chart') return { pages: [], problem: null };
  try {
    return { pages: taskHandouts(fonts, wish, onPaper), problem: null };
  } catch (error) {
    if (error instanceof RangeError) return { pages: [], problem: error.message };
    throw error;
  }
}
