import { useCallback, useState } from 'react';
import type { FileTaken } from '../../../../core/goals/fileNote.ts';
import { Refusal } from '../../../../core/kernel/refusal.ts';
import { useApp } from '../../../api/app.tsx';
import { useFileDrop } from '../../../api/useFileDrop.ts';
import { useRunning, type Running } from '../../../api/useRunning.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import { useBank } from './useBank.tsx';
import { useTranslation } from 'react-i18next';

type TakingJob = 'goals.csvIn' | 'goals.packIn';

/** A file some of which could not be taken. */
export interface TakenFile extends FileTaken {
  readonly said: string;
  /** Its lines are counted. */
  readonly isTable: boolean;
}

/** A pack that was held back because a pupil's name may stand in it. */
export interface HeldPack {
  readonly goals: readonly string[] | null;
  readonly message: string;
  readonly hint: string;
  /** The goal it is about, where it can be told. */
  readonly goal: string | null;
}

export interface BankFiles {
  /** A file is being dragged over the window. */
  readonly hovering: boolean;
  /** What of a file could not be taken. */
  readonly taken: TakenFile | null;
  /** A file that is just being taken. */
  readonly running: Running<TakingJob>;
  readonly held: HeldPack | null;
  csvOut(): void;
  csvIn(): void;
  /** Null for the whole bank. */
  packOut(goals: readonly string[] | null, looked?: boolean): void;
  packIn(): void;
  closeReports(): void;
}

const TABLE = '.csv';
const PACK = '.stepwall-goals';

/** The bank as files, out and in: by the menu, or dropped anywhere on the screen. */
export function useBankFiles(): BankFiles {
  const { t } = useTranslation('bank');
  const { api, desktop, say, complain } = useApp();
  const { bank, goals } = useGoals();
  const { cameIn } = useBank();
  const [taken, setTaken] = useState<TakenFile | null>(null);
  const running = useRunning<TakingJob>();
  const { until } = running;
  const [held, setHeld] = useState<HeldPack | null>(null);

  const take = useCallback(
    async (call: TakingJob, file: string) => {
      const { result } = await until(await api.call(call, { file }));
      if (result === null) return;
      const said = call === 'goals.csvIn' ? t('tableIn', { count: result.added }) : t('packCame', { count: result.added });
      if (result.added > 0) cameIn(bank, await api.call('goals.bank', {}), said);
      if (result.notes.length > 0) setTaken({ ...result, said, isTable: call === 'goals.csvIn' });
      else if (result.added === 0) say(t('nothingNew'));
    },
    [api, bank, cameIn, say, t, until],
  );
  const takeDropped = useCallback(
    async (files: readonly File[]) => {
      for (const file of files) {
        const call = file.name.toLowerCase().endsWith(PACK) ? 'goals.packIn' : file.name.toLowerCase().endsWith(TABLE) ? 'goals.csvIn' : null;
        if (call === null) throw new Refusal('bad-request', { message: t('otherFile', { file: file.name }), hint: t('otherFile_hint') });
        for (const token of await desktop.offer([file])) await take(call, token);
      }
    },
    [desktop, take, t],
  );
  const hovering = useFileDrop(takeDropped);

  const packOut = (codes: readonly string[] | null, looked = false): void => {
    setHeld(null);
    api
      .call('goals.packOut', { goals: codes === null ? null : [...codes], looked })
      .then((file) => desktop.save(file))
      .then((saved) => saved && say(t('packSaved')))
      .catch((error: unknown) => {
        if (!(error instanceof Refusal) || error.code !== 'conflict') return complain(error);
        const words = error.message.split(/[\s.,]+/);
        setHeld({ goals: codes, message: error.message, hint: error.hint, goal: words.find((word) => goals.has(word)) ?? null });
      });
  };
  const pick = (accept: string, call: TakingJob): void => {
    desktop
      .pickFiles(accept)
      .then(async (tokens) => {
        for (const token of tokens ?? []) await take(call, token);
      })
      .catch(complain);
  };
  return {
    hovering,
    taken,
    running,
    held,
    csvOut: () =>
      void api
        .call('goals.csvOut', {})
        .then((file) => desktop.save(file))
        .then((saved) => saved && say(t('tableSaved')))
        .catch(complain),
    csvIn: () => pick(TABLE, 'goals.csvIn'),
    packOut,
    packIn: () => pick(PACK, 'goals.packIn'),
    closeReports: () => {
      setTaken(null);
      setHeld(null);
    },
  };
}
