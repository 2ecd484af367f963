import { availableParallelism, loadavg } from 'node:os';

/** Two programs at work for each processor are what a busy teacher's laptop has anyway. */
const USUAL_LOAD = 2;
/** However busy the machine is, a trap is left at last. */
const LONGEST = 6;

/**
 * How long, in seconds, to wait for what takes `seconds` at most on a machine with time for it. A machine that is busy with much else
 * does good pages slowly, too. Windows tells no load; there it is always `seconds`.
 */
export function patienceFor(seconds: number, load = loadavg()[0] ?? 0, processors = availableParallelism()): number {
  return seconds * Math.min(LONGEST, Math.max(1, load / (USUAL_LOAD * processors)));
}
