import type { ScannerFacts, ScannerFound, ScanSettings } from '../../../core/capture/scanner.ts';

export interface ScannedPage {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One way to scan: over the network, or by what the computer has for scanners. Every call may throw a Refusal in a teacher's words. */
export interface Scanner {
  /** Whether an id, or a typed address, is of this way. */
  knows(id: string): boolean;
  list(signal: AbortSignal): Promise<readonly ScannerFound[]>;
  capabilities(id: string, signal?: AbortSignal): Promise<ScannerFacts>;
  /** One page after the other until no paper is left; a fault is thrown behind the pages that came before it. Aborting stops the scanner. */
  scan(id: string, settings: ScanSettings, signal: AbortSignal): AsyncIterable<ScannedPage>;
}

/** All ways of this computer. */
export interface Scanning {
  readonly ways: readonly Scanner[];
  /** What a teacher should know about scanning on this computer; empty where there is nothing. */
  readonly note: string;
}

/** More pages than this are not in one feeder. */
export const MOST_PAGES = 500;
/** No page of a scanner is larger: A3 at 600 dpi in colour, uncompressed. */
export const MOST_PAGE_BYTES = 210 * 1024 * 1024;
