import type { Said } from '../kernel/refusal.ts';
import { captureWords } from '../words/capture.ts';

export type FileProblemCode = 'not-a-picture' | 'damaged' | 'locked' | 'too-large' | 'too-slow' | 'empty';

/** Why a file or one of its pages could not be read, in words for a teacher. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';
  readonly code: FileProblemCode;
  readonly hint: string;

  constructor(code: FileProblemCode, { message, hint = '' }: Said = captureWords.file[code], options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.hint = hint;
  }
}
