import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PaperFacts } from '../../core/capture/paperFacts.ts';
import { apply, type Command } from '../../core/chart/commands.ts';
import type { Chart } from '../../core/chart/document.ts';
import { progressOf } from '../../core/chart/progress.ts';
import type { History, OpenWall } from '../../core/chart/wall.ts';
import { useApp } from './app.tsx';

/** An open wall: what every step of the rail works on. */
export interface Wall extends OpenWall {
  readonly papers: readonly PaperFacts[];
  /** True while a change is on its way to the disk. */
  readonly saving: boolean;
  /** Shows the change at once and keeps it; changes with the same `coalesce` that follow each other are one step of undo. */
  change(command: Command, coalesce?: string): void;
  undo(): void;
  redo(): void;
  reload(): Promise<void>;
}

/** Opens a wall and follows it. Null until it is there, `gone` when there is no such wall. */
export function useWall(id: string): Wall | null | 'gone' {
  const { api, complain } = useApp();
  const [open, setOpen] = useState<{ wall: OpenWall; papers: readonly PaperFacts[] } | null>(null);
  const [gone, setGone] = useState(false);
  const [waiting, setWaiting] = useState(0);
  // What the service has kept last; whatever is asked of it goes one after the other, each on top of the one before.
  const history = useRef<History | null>(null);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  // Shown already, not kept yet: an answer that was on its way meanwhile does not know them.
  const unkept = useRef<readonly Command[]>([]);
  // States of the chart that this window made or has read: it need not be told of them.
  const known = useRef(new Set<number>());
  const keepHistory = useCallback((now: History) => {
    history.current = now;
    known.current.add(now.revision);
  }, []);
  const withUnkept = useCallback((chart: Chart): Chart => {
    try {
      return unkept.current.reduce(apply, chart);
    } catch {
      // They no longer fit what another window made of the wall; the service will refuse them with its own words.
      return chart;
    }
  }, []);

  const load = useCallback(async () => {
    try {
      const wall = await api.call('walls.open', { wall: id });
      const papers = await api.call('papers.list', { task: wall.task.id });
      keepHistory(wall.history);
      setOpen({ wall: { ...wall, chart: withUnkept(wall.chart) }, papers });
    } catch (error) {
      setGone(true);
      complain(error);
    }
  }, [api, complain, id, withUnkept, keepHistory]);

  const inTurn = useCallback(
    (work: () => Promise<void>): Promise<unknown> => {
      setWaiting((n) => n + 1);
      queue.current = queue.current
        .then(work)
        .catch(async (error: unknown) => {
          complain(error);
          unkept.current = [];
          await load();
        })
        .finally(() => setWaiting((n) => n - 1));
      return queue.current;
    },
    [complain, load],
  );
  const reload = useCallback(async () => {
    queue.current = queue.current.then(load);
    await queue.current;
  }, [load]);

  useEffect(() => void reload(), [reload]);
  const task = open?.wall.task.id;
  useEffect(() => {
    let due: ReturnType<typeof setTimeout> | undefined;
    // Pages arrive by the dozen during an import; the screen follows a few times a second.
    const soon = (): void => {
      due ??= setTimeout(() => {
        due = undefined;
        void reload();
      }, 150);
    };
    // Told of what this window did itself before the answer to it is there: asked once it is.
    const unlessKnown = (revision: number | null): void =>
      void queue.current.then(() => {
        if (revision === null || !known.current.has(revision)) soon();
      });
    const stops = [
      api.on('services.restarted', soon),
      api.on('papers.changed', (papers) => papers.task === task && soon()),
      api.on('wall.changed', ({ wall, revision }) => wall === id && unlessKnown(revision)),
    ];
    return () => {
      clearTimeout(due);
      stops.forEach((stop) => stop());
    };
  }, [api, id, task, reload]);

  const change = useCallback(
    (command: Command, coalesce?: string) => {
      unkept.current = [...unkept.current, command];
      setOpen((now) => now && { ...now, wall: { ...now.wall, chart: apply(now.wall.chart, command) } });
      void inTurn(async () => {
        // After a refusal everything behind it was given up as well.
        if (!unkept.current.includes(command)) return;
        const kept = await api.call('charts.commit', { wall: id, base: history.current?.revision ?? 0, command, coalesce: coalesce ?? null });
        unkept.current = unkept.current.filter((one) => one !== command);
        keepHistory(kept);
        setOpen((now) => now && { ...now, wall: { ...now.wall, history: kept } });
      });
    },
    [api, id, inTurn, keepHistory],
  );

  const step = useCallback(
    (call: 'charts.undo' | 'charts.redo') =>
      void inTurn(async () => {
        const { chart, history: kept } = await api.call(call, { wall: id });
        keepHistory(kept);
        setOpen((now) => now && { ...now, wall: { ...now.wall, chart: withUnkept(chart), history: kept } });
      }),
    [api, id, inTurn, withUnkept, keepHistory],
  );
  const undo = useCallback(() => step('charts.undo'), [step]);
  const redo = useCallback(() => step('charts.redo'), [step]);

  // The rail is ticked by what is on the screen, not by what was there when the wall was opened.
  const progress = useMemo(() => open && progressOf(open.wall.chart, open.papers, open.wall.progress.printed), [open]);
  if (gone) return 'gone';
  return open && progress && { ...open.wall, progress, papers: open.papers, saving: waiting > 0, change, undo, redo, reload };
}
