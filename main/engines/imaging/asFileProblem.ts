import { FileProblem } from '../../../core/capture/fileProblem.ts';
import type { HelperFailure } from '../../platform/helpers/helperPool.ts';

/** What a helper's failure says to a person; null where nobody wants the answer any more. A helper without time or memory says nothing of the file. */
export function asFileProblem(failure: HelperFailure): FileProblem | null {
  if (failure.reason === 'stopped') return null;
  return new FileProblem(failure.reason === 'died' ? 'damaged' : failure.reason, undefined, { cause: failure });
}
