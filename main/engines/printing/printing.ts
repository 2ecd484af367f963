import { createCups } from './cups.ts';
import type { Printing } from './printer.ts';
import { createViewer } from './viewer.ts';

/** How this computer prints. */
export function createPrinting(platform: NodeJS.Platform = process.platform): Printing {
  return platform === 'win32' ? createViewer() : createCups();
}
