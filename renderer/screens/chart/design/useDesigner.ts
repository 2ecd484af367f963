import { useCallback, useMemo, useRef, useState, type RefObject } from 'react';
import { apply, type Command } from '../../../../core/chart/commands.ts';
import type { Chart, Element, Strip } from '../../../../core/chart/document.ts';
import { paintStrip, textHeight } from '../../../../core/chart/paint.ts';
import type { PaintContext } from '../../../../core/chart/paintPaper.ts';
import { planStrip } from '../../../../core/chart/planStrip.ts';
import { isBound, layOutAgain } from '../../../../core/chart/relayout.ts';
import { visibleSeams, wordsCut } from '../../../../core/chart/wordsCut.ts';
import { bounds } from '../../../../core/kernel/rect.ts';
import type { SheetPlan } from '../../../../core/sheets/sheets.ts';
import type { Fonts } from '../../../../core/text/fonts.ts';
import type { Wall } from '../../../api/useWall.ts';
import type { Stage } from '../../../stage/createStage.ts';
import { fitting, REAL_SIZE, zoomedAt, type Area } from '../../../stage/view.ts';
import { createViewStore, type ViewStore } from '../../../stage/viewStore.ts';

/** What the design screen works with: the strip, what is chosen on it, and everything that can be done to it. Lengths in mm. */
export interface Designer {
  readonly wall: Wall;
  readonly chart: Chart;
  readonly strip: Strip;
  readonly context: PaintContext;
  /** Ids of what is chosen and still there, and the elements themselves. */
  readonly selected: readonly string[];
  readonly chosen: readonly Element[];
  readonly cropping: string | null;
  readonly typing: string | null;
  /** How the strip falls on sheets; null where margin and overlap leave no room. */
  readonly plan: SheetPlan | null;
  readonly seamsShown: boolean;
  readonly wordsCut: number;
  readonly stage: RefObject<Stage | null>;
  readonly area: RefObject<Area>;
  readonly views: ViewStore;
  readonly clipboard: RefObject<readonly Element[]>;
  select(ids: readonly string[]): void;
  /** `doing` the same to the same elements again and again is one step of undo. */
  change(elements: readonly Element[], doing?: string): void;
  add(elements: readonly Element[]): void;
  /** @throws Refusal where the command names what is no longer there */
  run(command: Command): void;
  setCropping(id: string | null): void;
  setTyping(id: string | null): void;
  setSeamsShown(shown: boolean): void;
  reword(id: string, text: string): void;
  zoom(to: 'fit' | 'real' | 'chosen' | number): void;
}

export function useDesigner(wall: Wall, strip: Strip, fonts: Fonts): Designer {
  const { chart, change: keep } = wall;
  const papers = useMemo(() => new Map(wall.shownPapers.map((paper) => [paper.paper, paper])), [wall.shownPapers]);
  const context = useMemo<PaintContext>(() => ({ fonts, papers }), [fonts, papers]);
  const [wanted, setWanted] = useState<readonly string[]>([]);
  const [cropping, setCropping] = useState<string | null>(null);
  const [typing, setTyping] = useState<string | null>(null);
  const [seamsShown, setSeamsShown] = useState(true);
  const stage = useRef<Stage | null>(null);
  const area = useRef<Area>({ width: 0, height: 0 });
  const clipboard = useRef<readonly Element[]>([]);
  const [views] = useState(() => createViewStore({ zoom: 1, x: 0, y: 0 }));

  const chosen = useMemo(() => strip.elements.filter(({ id }) => wanted.includes(id)), [strip, wanted]);
  const chosenIds = chosen.map(({ id }) => id).join('\n');
  // The same array while the same things are chosen, however they move.
  const selected = useMemo(() => (chosenIds === '' ? [] : chosenIds.split('\n')), [chosenIds]);
  const plan = useMemo(() => planOrNull(strip, wall.print), [strip, wall.print]);
  const cut = useMemo(() => (plan === null ? 0 : wordsCut(paintStrip(strip, context), visibleSeams(plan), fonts)), [plan, strip, context, fonts]);

  const select = useCallback((ids: readonly string[]) => {
    setWanted((now) => (now.length === ids.length && now.every((id, index) => id === ids[index]) ? now : ids));
    setCropping((now) => (ids.length === 1 && ids[0] === now ? now : null));
  }, []);
  const change = useCallback(
    (elements: readonly Element[], doing?: string) => keep({ name: 'change-elements', elements: [...elements] }, doing && `${doing} ${stamp(elements)}`),
    [keep],
  );
  const add = useCallback(
    (elements: readonly Element[]) => {
      keep({ name: 'add-elements', elements: [...elements] });
      setWanted(elements.map(({ id }) => id));
    },
    [keep],
  );
  const reword = useCallback(
    (id: string, text: string) => {
      const element = strip.elements.find((one) => one.id === id);
      if (element?.kind !== 'text' || element.text === text) return;
      const command: Command = { name: 'reword', id, text, height: textHeight(fonts, { ...element, text }) };
      const ofTheLayout = isBound(element) && element.byHand !== true;
      if (!ofTheLayout) return keep(command);
      // What stands below moves out of the way, in the same step of undo; the words come last, so that the step is called after them.
      const step = `reword ${crypto.randomUUID()}`;
      keep({ name: 'lay-out', strip: layOutAgain(apply(chart, command), context) }, step);
      keep(command, step);
    },
    [chart, strip, context, fonts, keep],
  );
  const zoom = useCallback(
    (to: 'fit' | 'real' | 'chosen' | number) => {
      const whole = { x: 0, y: 0, width: strip.width, height: strip.height };
      const middle = { x: area.current.width / 2, y: area.current.height / 2 };
      if (to === 'fit') stage.current?.setView(fitting(whole, area.current));
      else if (to === 'chosen') stage.current?.setView(fitting(bounds(chosen) ?? whole, area.current, 80));
      else stage.current?.setView(zoomedAt(views.get(), middle, to === 'real' ? REAL_SIZE : views.get().zoom * to));
    },
    [strip.width, strip.height, chosen, views],
  );

  return {
    wall,
    chart,
    strip,
    context,
    selected,
    chosen,
    cropping,
    typing,
    plan,
    seamsShown,
    wordsCut: cut,
    stage,
    area,
    views,
    clipboard,
    select,
    change,
    add,
    run: keep,
    setCropping,
    setTyping,
    setSeamsShown,
    reword,
    zoom,
  };
}

/** Short, and other for other elements (FNV-1a). */
function stamp(elements: readonly Element[]): string {
  let hash = 0x811c9dc5;
  for (const character of elements.map(({ id }) => id).join(' ')) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}

function planOrNull(strip: Strip, settings: Wall['print']): SheetPlan | null {
  try {
    return planStrip(strip, settings);
  } catch {
    // The print screen says what is wrong with the settings; here there is only nothing to draw.
    return null;
  }
}
