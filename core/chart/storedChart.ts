import { z } from 'zod';
import { renamed } from '../kernel/renamed.ts';
import { Chart } from './document.ts';

const inToday = renamed({ sample: 'paper' });

/** A chart as a library keeps it; the elements of older strips call a paper a sample. */
export const StoredChart = z.preprocess((kept) => {
  const strip = isObject(kept) ? kept['strip'] : null;
  if (!isObject(kept) || !isObject(strip) || !Array.isArray(strip['elements'])) return kept;
  return { ...kept, strip: { ...strip, elements: strip['elements'].map(inToday) } };
}, Chart);

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
