import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { layOut } from '../../../../core/chart/layout.ts';
import { isOutOfDate, layOutAgain } from '../../../../core/chart/relayout.ts';
import type { Strip } from '../../../../core/chart/document.ts';
import type { Fonts } from '../../../../core/text/fonts.ts';
import { useApp } from '../../../api/app.tsx';
import type { Wall } from '../../../api/useWall.ts';
import { Button } from '../../../components/Button.tsx';
import { useKeys } from '../../../keys/useKeys.ts';
import { go } from '../../../route.ts';
import { useFonts } from '../../../stage/fonts.tsx';
import { ActionList, actionsInMenu } from './ActionList.tsx';
import { actionsFor } from './actions.ts';
import { elementName } from './elementName.ts';
import { LeftPanel } from './LeftPanel.tsx';
import { RightPanel } from './RightPanel.tsx';
import { shortcutsOf } from './shortcuts.ts';
import { StatusLine } from './StatusLine.tsx';
import { StripStage } from './StripStage.tsx';
import { ToolBar } from './ToolBar.tsx';
import { useDesigner } from './useDesigner.ts';
import styles from './Design.module.css';

/** The strip is laid out by itself the first time; then a person makes it theirs. */
export function DesignScreen({ wall }: { wall: Wall }): ReactNode {
  const { t } = useTranslation('design');
  const { t: common } = useTranslation();
  const fonts = useFonts();
  const { chart, change, shownPapers } = wall;
  const { strip } = chart;
  const anchored = chart.levels.some(({ anchors }) => anchors.length > 0);
  const laidOut = useRef(false);
  useEffect(() => {
    // Only once: a teacher who takes the layout back wants it gone.
    if (strip !== null || !anchored || fonts === null || laidOut.current) return;
    laidOut.current = true;
    change({ name: 'lay-out', strip: layOut(chart, 'horizontal', { fonts, papers: new Map(shownPapers.map((paper) => [paper.paper, paper])) }) });
  }, [strip, anchored, fonts, chart, shownPapers, change]);

  if (strip === null && !anchored) {
    return (
      <main className="screen empty">
        <h1>{t('noAnchors')}</h1>
        <p>{t('noAnchors_hint')}</p>
        <Button look="go" onPress={() => go({ place: 'wall', wall: wall.id, step: 'levels' })}>
          {t('toLevels')}
        </Button>
      </main>
    );
  }
  if (fonts === null) {
    return (
      <main className="screen empty" aria-busy="true">
        <p>{common('loading')}</p>
      </main>
    );
  }
  if (strip === null) {
    const layOutNow = (): void =>
      change({ name: 'lay-out', strip: layOut(chart, 'horizontal', { fonts, papers: new Map(shownPapers.map((paper) => [paper.paper, paper])) }) });
    return (
      <main className="screen empty">
        <h1>{t('noStrip')}</h1>
        <p>{t('noStrip_hint')}</p>
        <Button look="go" onPress={layOutNow}>
          {t('layOut')}
        </Button>
      </main>
    );
  }
  return <Workbench wall={wall} strip={strip} fonts={fonts} />;
}

function Workbench({ wall, strip, fonts }: { wall: Wall; strip: Strip; fonts: Fonts }): ReactNode {
  const { t } = useTranslation('design');
  const designer = useDesigner(wall, strip, fonts);
  const actions = actionsFor(designer, t);
  useKeys('screen', shortcutsOf(designer, actions, t));
  const [menuAt, setMenuAt] = useState<{ x: number; y: number } | null>(null);
  const menuAnchor = useRef<HTMLSpanElement>(null);
  const { chosen, chart, context } = designer;
  const [only] = chosen;
  const said =
    only === undefined
      ? t('chosenNone')
      : chosen.length > 1
        ? t('chosenMany', { count: chosen.length })
        : t('chosen', { name: elementName(only, chart, context, t) });
  return (
    <main className={`screen ${styles.design}`}>
      <ToolBar designer={designer} actions={actions} />
      <LeftPanel designer={designer} />
      <div className={styles.middle}>
        <OutOfDate wall={wall} fonts={fonts} />
        <StripStage designer={designer} onMenu={(x, y) => setMenuAt({ x, y })} />
        <StatusLine designer={designer} actions={actions} />
      </div>
      <RightPanel designer={designer} actions={actions} />
      <p className="hidden-but-read" aria-live="polite" data-part="chosen">
        {said}
      </p>
      <span ref={menuAnchor} className={styles.menuAnchor} style={{ left: menuAt?.x ?? 0, top: menuAt?.y ?? 0 }} />
      <Popover
        className="menu"
        aria-label={t('more')}
        triggerRef={menuAnchor}
        isOpen={menuAt !== null}
        onOpenChange={(open) => !open && setMenuAt(null)}
        placement="bottom start"
      >
        <ActionList label={t('more')} actions={actionsInMenu(actions)} onDone={() => setMenuAt(null)} />
      </Popover>
    </main>
  );
}

/** The levels may change while the strip hangs here; it is only laid out anew when the teacher says so. */
function OutOfDate({ wall, fonts }: { wall: Wall; fonts: Fonts }): ReactNode {
  const { t } = useTranslation('design');
  const { say } = useApp();
  const { chart, shownPapers, change, undo } = wall;
  const context = useMemo(() => ({ fonts, papers: new Map(shownPapers.map((paper) => [paper.paper, paper])) }), [fonts, shownPapers]);
  const old = useMemo(() => isOutOfDate(chart, context), [chart, context]);
  if (!old) return null;
  const update = (): void => {
    change({ name: 'lay-out', strip: layOutAgain(chart, context) });
    say(t('updated'), undo);
  };
  return (
    <div className={styles.outOfDate} role="status">
      <p>{t('outOfDate')}</p>
      <Button small onPress={update}>
        {t('update')}
      </Button>
    </div>
  );
}
