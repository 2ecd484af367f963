import { Refusal, type ProblemCode } from '../../../core/kernel/refusal.ts';

const words = {
  jam: ['conflict', 'Paper is stuck in the scanner.', 'Open it, take the stuck sheet out, and put it back with the sheets that are left. Then scan the rest.'],
  'cover-open': ['conflict', 'The scanner’s cover is open.', 'Close it, and scan the rest.'],
  empty: ['conflict', 'There is no paper in the feeder.', 'Put the sheets in until they click or the light comes on, and scan again.'],
  misfeed: ['conflict', 'The feeder did not take the sheets one by one.', 'Fan the pile, put it in again, and scan the rest.'],
  busy: ['conflict', 'The scanner is busy with something else.', 'Wait until it is free, and scan again.'],
  cut: ['conflict', 'A page was cut off on its way.', 'Put that sheet and those behind it back in, and scan the rest.'],
  'not-a-page': ['unreadable', 'The scanner sent something that is not a page.', 'Scan again. If it stays so, scan to a folder and let Stepwall watch it.'],
  'too-large': ['unreadable', 'The scanner sent a page that is far too large.', 'Choose 300 dpi, and scan the rest.'],
  silent: ['not-found', 'The scanner does not answer.', 'Is it on and awake? Is this computer on the same network? Then scan again.'],
  'not-a-scanner': [
    'not-found',
    'There is no scanner at this address that Stepwall can talk to.',
    'Look for “AirScan”, “eSCL” or “Mopria” in its settings, and switch it on.',
  ],
  'not-allowed': [
    'locked',
    'The scanner wants a password, or does not let computers scan.',
    'Ask who looks after it, or scan to a folder and let Stepwall watch it.',
  ],
  'not-private': ['bad-request', 'Stepwall talks only to scanners on your own network.', 'Type an address such as 192.168.1.20.'],
  'bad-address': ['bad-request', 'That is not an address.', 'It looks like 192.168.1.20, and stands in the scanner’s network settings.'],
  'settings-refused': ['bad-request', 'The scanner does not scan like that.', 'Choose another paper size or another number of dpi.'],
  'no-memory': ['conflict', 'The scanner has no memory left for this.', 'Choose fewer dpi, or scan fewer sheets at once.'],
  'taken-back': ['cancelled', 'The scan was stopped at the scanner.', 'Scan the rest when you are ready.'],
  stumbled: ['conflict', 'The scanner stopped by itself.', 'Look at its display. Switch it off and on if it says nothing, and scan the rest.'],
  gone: ['not-found', 'That scanner is not connected any more.', 'Plug it in, switch it on, and look for scanners again.'],
} as const satisfies Record<string, readonly [ProblemCode, string, string]>;

export type ScanProblem = keyof typeof words;

/** What is the matter with a scanner, as a teacher would say it. */
export function scanProblem(problem: ScanProblem): Refusal {
  const [code, message, hint] = words[problem];
  return new Refusal(code, message, hint);
}
