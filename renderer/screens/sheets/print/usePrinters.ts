import { useState } from 'react';
import type { PrintSettings } from '../../../../core/sheets/printSettings.ts';
import type { PrinterFacts } from '../../../../core/sheets/printer.ts';
import { useAnswer } from '../../../api/app.tsx';

/** Until the window closes. */
let lastChosen: string | null = null;

export interface Printers {
  /** Null while they are being looked for. */
  readonly list: readonly PrinterFacts[] | null;
  /** False where the PDF is printed from another program, with `steps` in plain words. */
  readonly direct: boolean;
  readonly steps: readonly string[];
  readonly chosen: PrinterFacts | null;
  choose(name: string): void;
  lookAgain(): void;
}

/** The computer's printers, with their edges on the chosen paper. First comes the one that was printed on last, then the system's own choice. */
export function usePrinters({ sheetSize, ownSize }: PrintSettings): Printers {
  const { value, again } = useAnswer('printers.list', { sheetSize, ownSize });
  const [name, setName] = useState(lastChosen);
  const list = value?.printers ?? [];
  const named = (wanted: string | null | undefined): PrinterFacts | undefined => list.find((printer) => printer.name === wanted);
  const chosen = named(name) ?? named(value?.last) ?? list.find(({ isDefault }) => isDefault) ?? list.find(({ ready }) => ready) ?? list[0];
  return {
    list: value === null ? null : list,
    direct: value?.direct ?? true,
    steps: value?.steps ?? [],
    chosen: chosen ?? null,
    choose(printer) {
      lastChosen = printer;
      setName(printer);
    },
    lookAgain: again,
  };
}
