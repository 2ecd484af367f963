import type { Said } from '../kernel/refusal.ts';
import { captureWords } from '../words/capture.ts';

export type FileProblemCode = 'not-a-picture' | 'damaged' | 'locked' | 'too-large' | 'too-slow' | 'no-memory' | 'empty';

/** What says nothing of the file: the computer had too much else to do. */
const OF_THE_COMPUTER: ReadonlySet<FileProblemCode> = new Set(['too-slow', 'no-memory']);

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

  /** A good file may meet it too, and can be read when there is time and memory again. */
  get mayPass(): boolean {
    return OF_THE_COMPUTER.has(this.code);
  }
}
