import { z } from 'zod';

export const ScanSource = z.enum(['feeder', 'feeder-both', 'glass']);

export type ScanSource = z.infer<typeof ScanSource>;

export const ScanSize = z.enum(['A4', 'A5', 'Letter', 'whole']);

export type ScanSize = z.infer<typeof ScanSize>;

export const ScanColour = z.enum(['colour', 'grey']);

export type ScanColour = z.infer<typeof ScanColour>;

export const ScanSettings = z.object({ source: ScanSource, colour: ScanColour, dpi: z.int().min(75).max(600), sheetSize: ScanSize });

export type ScanSettings = z.infer<typeof ScanSettings>;

/** `id` is the scanner's address, or its name in the computer's own scan service. */
export const ScannerFound = z.object({ id: z.string(), name: z.string(), by: z.enum(['network', 'computer']) });

export type ScannerFound = z.infer<typeof ScannerFound>;

/** What the job of `scanners.look` ends with. `note` says, where there is one, why a kind of scanner can't be found here. */
export const ScannersFound = z.object({ scanners: z.array(ScannerFound), note: z.string() });

export type ScannersFound = z.infer<typeof ScannersFound>;

/** What can be chosen for one place that paper is put into. */
export const SourceFacts = z.object({ source: ScanSource, colours: z.array(ScanColour), dpis: z.array(z.int()), sheetSizes: z.array(ScanSize) });

export type SourceFacts = z.infer<typeof SourceFacts>;

export const ScannerFacts = ScannerFound.extend({ sources: z.array(SourceFacts).min(1) });

export type ScannerFacts = z.infer<typeof ScannerFacts>;

export const LastScan = z.object({ scanner: ScannerFound, settings: ScanSettings });

export type LastScan = z.infer<typeof LastScan>;
