import { useCallback, useEffect, useState } from 'react';
import type { FileReport } from '../../../../core/capture/importReport.ts';
import type { Ended, Input, Started } from '../../../../core/contract/contract.ts';
import { Refusal } from '../../../../core/kernel/refusal.ts';
import { useApp } from '../../../api/app.tsx';
import { PAPER_FILES } from '../../../api/desktop.ts';
import { inCountingOrder } from '../../../api/droppedFiles.ts';
import { useFileDrop } from '../../../api/useFileDrop.ts';
import { i18next } from '../../../words/setup.ts';

type ImportJob = 'papers.import' | 'scanners.scan';

/** Files on their way in. `refused` never got as far as the job. */
interface Import {
  readonly job: Started<ImportJob>;
  readonly refused: readonly FileReport[];
  /** Where the pages come from a scanner: how the rest of the pile would be scanned. */
  readonly scan: ScanWish | null;
}

export type ScanWish = Omit<Input<'scanners.scan'>, 'task'>;

/** How an import ended, for the teacher to read. */
export interface Arrival {
  readonly files: readonly FileReport[];
  readonly stopped: boolean;
  readonly scan: ScanWish | null;
}

export interface Incoming {
  readonly imports: readonly Import[];
  /** Files are being handed over; the job has not begun. */
  readonly bringing: boolean;
  /** A file is being dragged over the window. */
  readonly hovering: boolean;
  readonly arrival: Arrival | null;
  pick(): void;
  /** Hands over pictures that were taken here. */
  bring(files: readonly File[]): Promise<void>;
  scan(wish: ScanWish): void;
  ended(last: Ended<ImportJob>): void;
  dismiss(): void;
}

/** Imports of each task that go on while the teacher is on another screen. */
const underway = new Map<string, readonly Import[]>();

/** Papers come in by drop anywhere in the window, by paste, and by choosing files. */
export function useIncoming(task: string): Incoming {
  const { api, desktop, complain } = useApp();
  const [imports, setImports] = useState<readonly Import[]>(() => underway.get(task) ?? []);
  const [bringing, setBringing] = useState(false);
  const [arrival, setArrival] = useState<Arrival | null>(null);

  const follow = useCallback(
    (change: (imports: readonly Import[]) => readonly Import[]) => {
      const next = change(underway.get(task) ?? []);
      underway.set(task, next);
      setImports(next);
    },
    [task],
  );

  const start = useCallback(
    async (tokens: readonly string[], refused: readonly FileReport[]) => {
      setArrival(null);
      if (tokens.length === 0) return setArrival({ files: refused, stopped: false, scan: null });
      const job = await api.call('papers.import', { task, files: [...tokens] });
      follow((now) => [...now, { job, refused, scan: null }]);
    },
    [api, task, follow],
  );

  const scan = useCallback(
    (wish: ScanWish) => {
      setArrival(null);
      api.call('scanners.scan', { task, ...wish }).then((job) => follow((now) => [...now, { job, refused: [], scan: wish }]), complain);
    },
    [api, task, follow, complain],
  );

  const bring = useCallback(
    async (files: readonly File[]) => {
      if (files.length === 0) return;
      setBringing(true);
      try {
        const tokens: string[] = [];
        const refused: FileReport[] = [];
        for (const file of files) {
          try {
            tokens.push(...(await desktop.offer([file])));
          } catch (error) {
            refused.push(refusedFile(file.name, error));
          }
        }
        await start(tokens, refused);
      } catch (error) {
        complain(error);
      } finally {
        setBringing(false);
      }
    },
    [desktop, start, complain],
  );

  const pick = useCallback(() => {
    desktop
      .pickFiles(PAPER_FILES)
      .then((tokens) => (tokens === null ? undefined : start(tokens, [])))
      .catch(complain);
  }, [desktop, start, complain]);

  const ended = useCallback(
    ({ job, state, result }: Ended<ImportJob>) => {
      const { refused, scan: wish } = (underway.get(task) ?? []).find((one) => one.job.job === job) ?? { refused: [], scan: null };
      follow((now) => now.filter((one) => one.job.job !== job));
      const files = [...refused, ...(result?.files ?? [])];
      setArrival((before) => ({ files: [...(before?.files ?? []), ...files], stopped: state === 'cancelled', scan: wish }));
    },
    [task, follow],
  );

  useFilePaste(bring);
  const hovering = useFileDrop(bring);
  return { imports, bringing, hovering, arrival, pick, bring, scan, ended, dismiss: useCallback(() => setArrival(null), []) };
}

/** Files pasted anywhere in the window. */
function useFilePaste(bring: (files: readonly File[]) => Promise<void>): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      void bring(inCountingOrder(files));
    };
    window.addEventListener('paste', onPaste, { capture: true });
    return () => window.removeEventListener('paste', onPaste, { capture: true });
  }, [bring]);
}

function refusedFile(file: string, error: unknown): FileReport {
  const known = error instanceof Refusal;
  return {
    file,
    pages: 0,
    papers: [],
    blank: 0,
    error: {
      code: known ? error.code : 'unreadable',
      message: known ? error.message : i18next.t('collect:notRead'),
      hint: known ? error.hint : i18next.t('collect:notRead_hint'),
    },
  };
}
