import type { ScanProblem } from '../scanProblems.ts';
import { every, readXml, text } from './esclXml.ts';

const feederProblems: readonly (readonly [RegExp, ScanProblem])[] = [
  [/Jam/u, 'jam'],
  [/Hatch|Cover/u, 'cover-open'],
  [/Mispick|Multipick|DuplexPageTooShort|DuplexPageTooLong|InputTray/u, 'misfeed'],
  [/Empty/u, 'empty'],
];

/** What a scanner's status says is the matter; null where nothing is. An empty feeder counts only where one is scanned from. */
export function problemInStatus(answer: string, fromFeeder: boolean): ScanProblem | null {
  const root = readXml(answer, 'ScannerStatus');
  const feeder = text(root, 'AdfState') ?? '';
  const found = fromFeeder ? feederProblems.find(([pattern]) => pattern.test(feeder))?.[1] : undefined;
  if (found !== undefined) return found;
  const state = text(root, 'State');
  return state === 'Stopped' || state === 'Down' ? 'stumbled' : null;
}

export function isBusy(answer: string): boolean {
  const state = text(readXml(answer, 'ScannerStatus'), 'State');
  return state === 'Processing' || state === 'Testing';
}

/** Whether someone stopped this job at the scanner itself. */
export function wasTakenBack(answer: string, job: string): boolean {
  const jobs = every(readXml(answer, 'ScannerStatus'), 'JobInfo');
  const ours = jobs.find((one) => (text(one, 'JobUri') ?? '').endsWith(job));
  return /^(Canceled|Aborted)$/u.test(text(ours, 'JobState') ?? '');
}
