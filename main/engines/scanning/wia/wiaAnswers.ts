import { z } from 'zod';
import type { ScannerFound } from '../../../../core/capture/scanner.ts';
import { scanningWords } from '../../../../core/words/scanning.ts';
import type { Bed } from '../glassSizes.ts';
import type { ScanProblem } from '../scanProblems.ts';

const Device = z.object({ id: z.string().min(1), name: z.string() });
const Size = z.object({ widthMm: z.number().min(50), heightMm: z.number().min(50) });
const Problem = z.object({ problem: z.string() });
const Made = z.object({ file: z.string() });

const lines = (out: string): unknown[] =>
  out.split(/\r?\n/u).flatMap((line) => {
    try {
      return line.trim() === '' ? [] : [JSON.parse(line) as unknown];
    } catch {
      return [];
    }
  });

const all = <T>(out: string, shape: z.ZodType<T>): T[] => lines(out).flatMap((line) => shape.safeParse(line).data ?? []);

export const readDevices = (out: string): ScannerFound[] =>
  all(out, Device).map(({ id, name }) => ({ id: `wia:${id}`, name: name === '' ? scanningWords.nameless : name, by: 'computer' }));

/** A4 where a driver doesn't tell. */
export const readBed = (out: string): Bed => all(out, Size)[0] ?? { widthMm: 210, heightMm: 297 };

/** The file that holds the page; null where there is none. */
export const readMade = (out: string): string | null => all(out, Made)[0]?.file ?? null;

/** WIA's error numbers (Microsoft Learn, “Error Codes” of Windows Image Acquisition). */
const problems: Record<string, ScanProblem> = {
  gone: 'gone',
  '80210002': 'jam',
  '80210003': 'empty',
  '80210004': 'misfeed',
  '80210005': 'silent',
  '80210006': 'busy',
  '80210007': 'busy',
  '80210008': 'stumbled',
  '8021000A': 'stumbled',
  '8021000C': 'settings-refused',
  '8021000D': 'busy',
  '80210015': 'gone',
  '80210016': 'cover-open',
  '80070005': 'not-allowed',
  '8007000E': 'no-memory',
};

export function readProblem(out: string): ScanProblem | null {
  const told = all(out, Problem)[0]?.problem;
  return told === undefined ? null : (problems[told] ?? 'stumbled');
}
