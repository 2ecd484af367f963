import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawnPage } from '../../../../core/drawing/drawnPage.ts';
import type { GoalHandoutWish } from '../../../../core/handouts/goalHandoutWish.ts';
import { goalHandouts } from '../../../../core/handouts/goalHandouts.ts';
import { today } from '../../../../core/kernel/days.ts';
import type { Fonts } from '../../../../core/text/fonts.ts';
import { useAnswer, useApp } from '../../../api/app.tsx';
import { useGoals, type Goals } from '../../../api/useGoals.tsx';
import { useStay } from '../../../api/useStay.ts';
import { MakeHandout } from '../../../components/MakeHandout.tsx';
import { PageStage } from '../../../components/PageStage.tsx';
import { hrefTo } from '../../../route.ts';
import { useFonts } from '../../../stage/fonts.tsx';
import { Kinds } from './Kinds.tsx';
import { HandoutSettings } from './HandoutSettings.tsx';
import { WhoIsReady } from './WhoIsReady.tsx';
import { firstChoice, isForPage, wishOf, type HandoutChoice } from './handoutChoice.ts';
import styles from '../Handouts.module.css';

/** The goal waits on the page when the children come to write: one paper at a time, as it will be printed. */
export function TomorrowScreen(): ReactNode {
  const { t } = useTranslation('tomorrow');
  const { pupils } = useGoals();
  if (pupils.length > 0) return <Desk />;
  return (
    <main className="screen empty">
      <h1>{t('noPupils')}</h1>
      <p>{t('noPupils_hint')}</p>
      <a className="button go" href={hrefTo({ place: 'class' })}>
        {t('toClass')}
      </a>
    </main>
  );
}

function Desk(): ReactNode {
  const { t } = useTranslation('tomorrow');
  const { api } = useApp();
  const goals = useGoals();
  const fonts = useFonts();
  const { value: printed, again } = useAnswer('handouts.goalsPrinted', {});
  const [choice, keep] = useStay<HandoutChoice>('tomorrow', () => firstChoice(today()));
  const [isMade, setMade] = useState(false);
  // What was just made stays on the screen, ready to be opened, until the teacher goes on to something else.
  const change = (part: Partial<HandoutChoice>): void => {
    if (isMade) again();
    setMade(false);
    keep(part);
  };
  const hasClassNames = goals.list.names === 'open' && goals.pupils.some(({ name }) => name !== null);
  const names = hasClassNames && (choice.naming ?? (printed?.names === true ? 'names' : 'codes')) === 'names';
  const changed = useMemo(() => changedSince(goals, printed?.pupils ?? []), [goals, printed]);
  const hasPrinted = (printed?.pupils.length ?? 0) > 0;
  const waiting = goals.pupils.reduce((sum, { id }) => sum + (goals.states.get(id)?.active.length ?? 0), 0);
  const wish = useMemo(() => wishOf(choice, names, changed), [choice, names, changed]);
  const { pages, problem } = useMemo(() => pagesFor(fonts, wish, goals), [fonts, wish, goals]);
  return (
    <main className={`screen ${styles.desk}`}>
      <Kinds chosen={choice.what} onChoose={(what) => change({ what })} />
      <section className={styles.look}>
        <header>
          <h1>{t(isForPage(choice.what) ? 'title' : `kinds.${choice.what}`)}</h1>
          <p className="quiet">{isForPage(choice.what) ? t('lead', { count: waiting }) : t(`says.${choice.what}`)}</p>
        </header>
        {problem === null ? (
          <PageStage key={choice.what} pages={pages} />
        ) : (
          <Nothing problem={problem} nothingNew={waiting > 0 && choice.who === 'changed'} onEveryone={() => change({ who: 'all' })} />
        )}
      </section>
      <aside className={styles.side} aria-label={t('settings')}>
        {isForPage(choice.what) && <p className="quiet">{t(`says.${choice.what}`)}</p>}
        <HandoutSettings choice={choice} names={names} canName={hasClassNames} changed={hasPrinted ? changed.length : 0} onChange={change} />
        {isForPage(choice.what) && <WhoIsReady changed={changed} printed={hasPrinted} />}
        <MakeHandout
          key={JSON.stringify(wish)}
          start={() => api.call('handouts.printGoals', wish)}
          disabled={pages.length === 0}
          onMade={() => setMade(true)}
        />
      </aside>
    </main>
  );
}

function Nothing({ problem, nothingNew, onEveryone }: { problem: string; nothingNew: boolean; onEveryone: () => void }): ReactNode {
  const { t } = useTranslation('tomorrow');
  const goals = useGoals();
  const noGoals = goals.pupils.every(({ id }) => (goals.states.get(id)?.active.length ?? 0) === 0);
  return (
    <div className={styles.nothing}>
      <h2>{nothingNew ? t('noneChanged') : noGoals ? t('noGoals') : problem}</h2>
      {nothingNew ? (
        <>
          <p className="quiet">{t('noneChanged_hint')}</p>
          <button type="button" className="button go" onClick={onEveryone}>
            {t('forEveryone')}
          </button>
        </>
      ) : (
        <>
          {noGoals && <p className="quiet">{t('noGoals_hint')}</p>}
          <a className="button go" href={hrefTo({ place: 'goals', part: 'class' })}>
            {t('toGoals')}
          </a>
        </>
      )}
    </div>
  );
}

/** Pupils with a goal that is not the one that was printed for them last. */
function changedSince({ pupils, states }: Goals, printed: readonly { pupil: string; goal: string }[]): string[] {
  const known = new Set(printed.map(({ pupil, goal }) => `${pupil} ${goal}`));
  return pupils.map(({ id }) => id).filter((id) => states.get(id)?.active.some(({ goal }) => !known.has(`${id} ${goal}`)));
}

function pagesFor(
  fonts: Fonts | null,
  wish: GoalHandoutWish,
  { bank, pupils, states, goals, symbols }: Goals,
): { pages: readonly DrawnPage[]; problem: string | null } {
  if (fonts === null) return { pages: [], problem: null };
  try {
    return { pages: goalHandouts(fonts, wish, bank, { pupils, states, goals, symbols }), problem: null };
  } catch (error) {
    if (error instanceof RangeError) return { pages: [], problem: error.message };
    throw error;
  }
}
