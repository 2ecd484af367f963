import { useCallback, useEffect, useState } from 'react';
import type { ScannersFound, ScannerFacts, ScannerFound, ScanSettings } from '../../../../core/capture/scanner.ts';
import type { Ended, Started } from '../../../../core/contract/contract.ts';
import { Refusal } from '../../../../core/kernel/refusal.ts';
import { useApp } from '../../../api/app.tsx';

export interface Scanners {
  /** Null until someone has looked. */
  readonly found: ScannersFound | null;
  /** The job that looks, or null. */
  readonly looking: Started<'scanners.look'> | null;
  readonly chosen: ScannerFacts | null;
  /** The scanner that is being asked what it can do. */
  readonly asking: string | null;
  readonly problem: { readonly message: string; readonly hint: string } | null;
  readonly settings: ScanSettings;
  look(): void;
  looked(last: Ended<'scanners.look'>): void;
  /** A scanner that was found, or a typed address. */
  ask(scanner: ScannerFound | string): void;
  change(settings: Partial<ScanSettings>): void;
}

const usual: ScanSettings = { source: 'feeder', colour: 'colour', dpi: 300, sheetSize: 'A4' };

/** Scanners, the one that is chosen, and how it shall scan; begins with what was chosen last. */
export function useScanners(): Scanners {
  const { api, complain } = useApp();
  const [found, setFound] = useState<ScannersFound | null>(null);
  const [looking, setLooking] = useState<Started<'scanners.look'> | null>(null);
  const [chosen, setChosen] = useState<ScannerFacts | null>(null);
  const [asking, setAsking] = useState<string | null>(null);
  const [problem, setProblem] = useState<Scanners['problem']>(null);
  const [settings, setSettings] = useState(usual);

  const ask = useCallback(
    (scanner: ScannerFound | string) => {
      const id = typeof scanner === 'string' ? scanner : scanner.id;
      setAsking(id);
      setProblem(null);
      setChosen(null);
      api
        .call('scanners.ask', { scanner: id })
        .then(
          (facts) => setChosen(typeof scanner === 'string' ? facts : { ...facts, name: scanner.name }),
          (error: unknown) => (error instanceof Refusal ? setProblem(error) : complain(error)),
        )
        .finally(() => setAsking(null));
    },
    [api, complain],
  );

  useEffect(() => {
    let here = true;
    api.call('sources.last', {}).then(({ scan }) => {
      if (!here || scan === null) return;
      setSettings(scan.settings);
      ask(scan.scanner);
    }, complain);
    return () => {
      here = false;
    };
  }, [api, ask, complain]);

  // Nobody is asked any more once the panel is closed.
  useEffect(() => () => void (looking !== null && api.call('jobs.cancel', { job: looking.job }).catch(complain)), [api, looking, complain]);

  return {
    found,
    looking,
    chosen,
    asking,
    problem,
    settings: chosen === null ? settings : fitting(settings, chosen),
    look: useCallback(() => {
      api.call('scanners.look', {}).then(setLooking, complain);
    }, [api, complain]),
    looked: useCallback(({ result }: Ended<'scanners.look'>) => {
      setLooking(null);
      if (result !== null) setFound(result);
    }, []),
    ask,
    change: useCallback((change: Partial<ScanSettings>) => setSettings((now) => ({ ...now, ...change })), []),
  };
}

/** What was wished, as far as the scanner can do it; else what it has first. */
function fitting(wished: ScanSettings, { sources }: ScannerFacts): ScanSettings {
  const source = sources.find((one) => one.source === wished.source) ?? sources[0];
  if (source === undefined) return wished;
  const nearest = source.dpis.toSorted((a, b) => Math.abs(a - wished.dpi) - Math.abs(b - wished.dpi))[0] ?? wished.dpi;
  return {
    source: source.source,
    colour: source.colours.includes(wished.colour) ? wished.colour : (source.colours[0] ?? 'colour'),
    dpi: nearest,
    sheetSize: source.sheetSizes.includes(wished.sheetSize) ? wished.sheetSize : (source.sheetSizes[0] ?? 'whole'),
  };
}
