import { parentPort, workerData } from 'node:worker_threads';
import { goalsFromCsv } from '../../core/goals/csv.ts';
import { logFromText } from '../../core/goals/logFile.ts';
import { packFromText } from '../../core/goals/pack.ts';
import { isLightJson } from '../../core/kernel/lightJson.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { goalWords } from '../../core/words/goals.ts';
import type { ForeignFile, ForeignMessage } from './readForeign.ts';

const ENTRIES_A_PART = 500;

/** Reads one file from elsewhere, part by part. */
function* read(file: ForeignFile): Generator<ForeignMessage> {
  if (file.what !== 'table' && !isLightJson(file.bytes)) throw new Refusal('unreadable', goalWords.tooLarge);
  const text = new TextDecoder().decode(file.bytes);
  switch (file.what) {
    case 'log': {
      const { entries, notes } = logFromText(text, file.known);
      for (let from = 0; from === 0 || from < entries.length; from += ENTRIES_A_PART)
        yield { kind: 'part', part: { what: 'log', entries: entries.slice(from, from + ENTRIES_A_PART), of: entries.length, notes: from === 0 ? notes : [] } };
      break;
    }
    case 'table':
      yield { kind: 'part', part: { what: 'table', ...goalsFromCsv(text, file.skillSets) } };
      break;
    case 'pack':
      yield { kind: 'part', part: { what: 'pack', ...packFromText(text, file.versions) } };
      break;
  }
  yield { kind: 'end' };
}

const parts = read(workerData as ForeignFile);

/** Hands over the next part, whenever it is asked to. */
function next(): void {
  try {
    const part = parts.next();
    if (part.done !== true) parentPort?.postMessage(part.value);
  } catch (error) {
    const problem = error instanceof Refusal ? { code: error.code, message: error.message, hint: error.hint } : null;
    parentPort?.postMessage({ kind: 'failed', problem } satisfies ForeignMessage);
  }
}

parentPort?.on('message', next);
next();
