import type { Said } from '../../../core/kernel/refusal.ts';
import type { SheetEdges, SheetSize } from '../../../core/sheets/sheetSize.ts';

export interface PrinterState {
  readonly name: string;
  readonly isDefault: boolean;
  readonly ready: boolean;
  /** What is the matter, in plain words; empty where nothing is. */
  readonly problem: string;
}

export interface PrintOrder {
  /** A PDF whose pages are all of `paper`, upright or turned. */
  readonly file: string;
  readonly sheetSize: SheetSize;
  /** As the system calls the printer. */
  readonly printer: string;
}

export interface PrintOptions {
  readonly signal?: AbortSignal;
  /** What is being done, in plain words. */
  readonly onProgress?: (doing: string) => void;
}

/** `printed`: the printer has it all. `opened`: the teacher prints it from the program that shows it, as told. */
export type PrintEnd = 'printed' | 'opened';

/** Hands PDFs to paper at true size, however this computer does that. */
export interface Printing {
  /** True where printers can be listed and chosen here; false where another program prints. */
  readonly direct: boolean;
  list(): Promise<readonly PrinterState[]>;
  /** The printer's own word on its white edges; null where it does not say. */
  edges(printer: string, sheetSize: SheetSize): Promise<SheetEdges | null>;
  /** @throws PrintProblem in plain words */
  print(order: PrintOrder, options?: PrintOptions): Promise<PrintEnd>;
}

/** Why nothing was printed, in words a teacher can act on. */
export class PrintProblem extends Error {
  readonly hint: string;

  constructor({ message, hint = '' }: Said) {
    super(message);
    this.name = 'PrintProblem';
    this.hint = hint;
  }
}
