import { apply, type Command } from '../../core/chart/commands.ts';
import type { Chart } from '../../core/chart/document.ts';
import type { History } from '../../core/chart/wall.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { chartWords } from '../../core/words/chart.ts';
import type { Library } from '../library/library.ts';
import { currentState, historyOf, moveHead, neighbour, pushState } from './chartRows.ts';
import { requireChart } from './walls.ts';

/** Changes of one gesture or one stretch of typing that follow each other within this time become one step of undo. */
const COALESCE_MS = 4000;

/**
 * Repeats a command on the newest state and keeps the result.
 * @throws Refusal `conflict` when the window worked on an older state
 */
export function commit(
  library: Library,
  { wall, base, command, coalesce }: { wall: string; base: number; command: Command; coalesce: string | null },
): History {
  const { db } = library;
  requireChart(db, wall);
  return db.transaction(() => {
    const head = currentState(db, wall);
    if (head.id !== base) throw new Refusal('conflict', chartWords.change.elsewhere);
    const continues = coalesce !== null && head.coalesce_key === coalesce && head.position > 0 && Date.now() - Date.parse(head.made_at) < COALESCE_MS;
    pushState(db, wall, continues ? head.position : head.position + 1, command.name, coalesce, apply(head.document, command));
    return historyOf(db, wall);
  })();
}

/** One step back (-1) or forward (1); where there is none, the chart stays as it is. */
export function step(library: Library, wall: string, direction: -1 | 1): { chart: Chart; history: History } {
  const { db } = library;
  requireChart(db, wall);
  const now = db.transaction(() => {
    const to = neighbour(db, wall, direction);
    if (to !== null) moveHead(db, wall, to.id, to.document.title);
    return to ?? currentState(db, wall);
  })();
  return { chart: now.document, history: historyOf(db, wall) };
}
