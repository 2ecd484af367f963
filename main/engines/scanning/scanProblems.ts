import { Refusal, type ProblemCode } from '../../../core/kernel/refusal.ts';
import { scanningWords } from '../../../core/words/scanning.ts';

const codes = {
  jam: 'conflict',
  'cover-open': 'conflict',
  empty: 'conflict',
  misfeed: 'conflict',
  busy: 'conflict',
  cut: 'conflict',
  'not-a-page': 'unreadable',
  'too-large': 'unreadable',
  silent: 'not-found',
  'not-a-scanner': 'not-found',
  'not-allowed': 'locked',
  'not-private': 'bad-request',
  'bad-address': 'bad-request',
  'settings-refused': 'bad-request',
  'no-memory': 'conflict',
  'taken-back': 'cancelled',
  stumbled: 'conflict',
  gone: 'not-found',
} as const satisfies Record<keyof typeof scanningWords.problem, ProblemCode>;

export type ScanProblem = keyof typeof codes;

/** What is the matter with a scanner, as a teacher would say it. */
export function scanProblem(problem: ScanProblem): Refusal {
  return new Refusal(codes[problem], scanningWords.problem[problem]);
}
