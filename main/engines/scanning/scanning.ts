import { scanningWords } from '../../../core/words/scanning.ts';
import { createEscl } from './escl/escl.ts';
import { createSane } from './sane/sane.ts';
import type { Scanning } from './scanner.ts';
import { createWia } from './wia/wia.ts';

/** How this computer scans. */
export function createScanning(platform: NodeJS.Platform = process.platform): Scanning {
  if (platform === 'win32') return { ways: [createEscl(), createWia()], note: '' };
  if (platform === 'darwin') return { ways: [createEscl()], note: scanningWords.onMac };
  return { ways: [createEscl(), createSane()], note: '' };
}
