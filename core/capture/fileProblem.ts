export type FileProblemCode = 'not-a-picture' | 'damaged' | 'locked' | 'too-large' | 'too-slow' | 'empty';

const WORDS: Record<FileProblemCode, { message: string; hint: string }> = {
  'not-a-picture': { message: 'This is not a picture or a PDF.', hint: 'Use JPEG, PNG, HEIC, TIFF, WebP or PDF files.' },
  damaged: { message: 'This file is damaged and cannot be read.', hint: 'Copy it from the camera or scanner once more, or scan the page again.' },
  locked: { message: 'This PDF is locked with a password.', hint: 'Open it where you know the password, and print or save it as a PDF without one.' },
  'too-large': { message: 'This picture is too large to be opened safely.', hint: 'Scan at 300 dpi, or make the picture smaller than 100 megapixels.' },
  'too-slow': { message: 'This file takes too long to open.', hint: 'It may be damaged. Scan the page again, or save it as a JPEG picture.' },
  empty: { message: 'There is nothing in this file.', hint: 'It may still have been copying. Wait a moment and add it again.' },
};

/** Why a file or one of its pages could not be read, in words for a teacher. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';
  readonly code: FileProblemCode;
  readonly hint: string;

  constructor(code: FileProblemCode, words: { message: string; hint: string } = WORDS[code], options?: ErrorOptions) {
    super(words.message, options);
    this.code = code;
    this.hint = words.hint;
  }
}
