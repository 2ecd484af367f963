import { useCallback, useMemo, useState } from 'react';
import type { Strip } from '../../../../core/chart/document.ts';
import { filmFor, needsOf, panelsOf, type Needs } from '../../../../core/sheets/finishing.ts';
import { movableSeams, pinnedAt, type MovableSeam } from '../../../../core/sheets/movableSeams.ts';
import { keptSeams, planStrip, requestOf } from '../../../../core/chart/planStrip.ts';
import type { PrintSettings } from '../../../../core/sheets/printSettings.ts';
import type { PrintedBefore } from '../../../../core/sheets/printedBefore.ts';
import type { SheetPlan } from '../../../../core/sheets/sheets.ts';
import type { Wall } from '../../../api/useWall.ts';
import { usePrintSettings } from './usePrintSettings.ts';
import { usePrintedBefore } from './usePrintedBefore.ts';

/** Which of the sheets are meant. */
export type Which = 'all' | 'changed' | 'chosen';

/** What the print screen works with: the plan as it would be printed now, and what of it will be. */
export interface PrintDesk {
  readonly settings: PrintSettings;
  change(part: Partial<PrintSettings>): void;
  /** Null where the settings leave no room; `problem` says why. */
  readonly plan: SheetPlan | null;
  readonly problem: string | null;
  readonly needs: Needs | null;
  /** What does not fit the film. */
  readonly filmProblem: string | null;
  readonly seams: readonly MovableSeam[];
  /** Shows a seam `at` mm while it is being moved; kept once `keepSeam` is called, or let go with null. */
  moveSeam(seam: MovableSeam, at: number): void;
  keepSeam(seam: MovableSeam, at: number | null): void;
  readonly before: PrintedBefore | null;
  readonly which: Which;
  mean(which: Which): void;
  /** Labels of the sheets that would be printed. */
  readonly meant: readonly string[];
  choose(labels: readonly string[]): void;
  /** The sheets that did not come out well, while the teacher points them out. */
  readonly bad: readonly string[] | null;
  setBad(labels: readonly string[] | null): void;
}

export function usePrintDesk(wall: Wall, strip: Strip): PrintDesk {
  const [kept, change] = usePrintSettings(wall);
  const [moving, setMoving] = useState<PrintSettings['pinned'] | null>(null);
  const [wanted, mean] = useState<Which | null>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [bad, setBad] = useState<readonly string[] | null>(null);
  const settings = useMemo(() => (moving === null ? kept : { ...kept, pinned: moving }), [kept, moving]);
  const fresh = useMemo(() => planned(strip, settings, null), [strip, settings]);
  const before = usePrintedBefore(wall, kept, fresh.plan !== null);
  const labels = before?.print ?? [];
  const someChanged = before !== null && labels.length > 0 && labels.length < (fresh.plan?.sheets.length ?? 0);
  const which = wanted === 'changed' && labels.length === 0 ? 'all' : (wanted ?? (someChanged ? 'changed' : 'all'));
  const hanging = which === 'all' ? null : (before?.plan ?? null);
  const { plan, problem } = useMemo(() => (hanging === null ? fresh : planned(strip, settings, hanging)), [strip, settings, hanging, fresh]);
  const { needs, filmProblem } = useMemo(() => needed(plan, settings), [plan, settings]);
  const seams = useMemo(() => seamsThatMove(plan, strip, settings, hanging), [plan, strip, settings, hanging]);
  const there = plan?.sheets.map(({ label }) => label) ?? [];
  const meant = which === 'all' ? there : there.filter((label) => (which === 'changed' ? labels : chosen).includes(label));
  return {
    settings,
    change,
    plan,
    problem,
    needs,
    filmProblem,
    seams,
    moveSeam: useCallback((seam, at) => setMoving(pinnedAt(kept.pinned, seam, at)), [kept.pinned]),
    keepSeam: useCallback(
      (seam, at) => {
        setMoving(null);
        change({ pinned: pinnedAt(kept.pinned, seam, at) });
      },
      [kept.pinned, change],
    ),
    before,
    which,
    mean,
    meant,
    choose: useCallback((sheets) => {
      setChosen(sheets);
      mean(sheets.length === 0 ? null : 'chosen');
    }, []),
    bad,
    setBad,
  };
}

type Planned = Pick<PrintDesk, 'plan' | 'problem'>;
type Needed = Pick<PrintDesk, 'needs' | 'filmProblem'>;

function planned(strip: Strip, settings: PrintSettings, hanging: SheetPlan | null): Planned {
  return said<Planned>(
    () => ({ plan: planStrip(strip, settings, { hanging }), problem: null }),
    (problem) => ({ plan: null, problem }),
  );
}

function needed(plan: SheetPlan | null, settings: PrintSettings): Needed {
  if (plan === null) return { needs: null, filmProblem: null };
  const { finishing } = settings;
  const film = filmFor(settings);
  return said<Needed>(
    () => ({ needs: needsOf(plan, finishing, panelsOf(plan, finishing, film), film), filmProblem: null }),
    (filmProblem) => ({ needs: null, filmProblem }),
  );
}

function seamsThatMove(plan: SheetPlan | null, strip: Strip, settings: PrintSettings, hanging: SheetPlan | null): readonly MovableSeam[] {
  if (plan === null) return [];
  const request = requestOf(strip, settings);
  return movableSeams(plan, request, keptSeams(hanging, request));
}

/** What the planner refuses is said in its own words. */
function said<T>(work: () => T, refused: (problem: string) => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) return refused(error.message);
    throw error;
  }
}
