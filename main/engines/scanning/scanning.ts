import { createEscl } from './escl/escl.ts';
import { createSane } from './sane/sane.ts';
import type { Scanning } from './scanner.ts';
import { createWia } from './wia/wia.ts';

/** How this computer scans. */
export function createScanning(platform: NodeJS.Platform = process.platform): Scanning {
  if (platform === 'win32') return { ways: [createEscl(), createWia()], note: '' };
  if (platform === 'darwin')
    return { ways: [createEscl()], note: 'For a scanner with a cable, scan with Image Capture into a folder, and let Stepwall watch that folder.' };
  return { ways: [createEscl(), createSane()], note: '' };
}
