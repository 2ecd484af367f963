import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Id } from '../../core/kernel/id.ts';
import { parseJson } from '../../core/kernel/parseJson.ts';
import { writeWhole } from '../platform/media/writeWhole.ts';

const Device = z.object({ device: Id });

/**
 * By what votes that were given here are told from those of other computers: a number by chance. It belongs to the user of the computer, not to a
 * library, which may come here as a backup. @throws Refusal `disk`
 */
export function deviceOf(folder: string): string {
  const file = join(folder, 'device.json');
  const known = Device.safeParse(textOf(file));
  if (known.success) return known.data.device;
  const device = randomUUID();
  writeWhole(file, Buffer.from(JSON.stringify({ device })), 0o600);
  return device;
}

function textOf(file: string): unknown {
  try {
    return parseJson(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
