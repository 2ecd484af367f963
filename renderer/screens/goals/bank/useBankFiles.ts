import { useCallback, useState } from 'react';
import type { Output } from '../../../../core/contract/contract.ts';
import { Refusal } from '../../../../core/kernel/refusal.ts';
import { useApp } from '../../../api/app.tsx';
import { useFileDrop } from '../../../api/useFileDrop.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import { useBank } from './useBank.tsx';
import { useTranslation } from 'react-i18next';

type TableRead = Pick<Output<'goals.csvIn'>, 'added' | 'notes'>;

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
  readonly table: TableRead | null;
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
  const [table, setTable] = useState<TableRead | null>(null);
  const [held, setHeld] = useState<HeldPack | null>(null);

  const takeTable = useCallback(
    async (file: string) => {
      const read = await api.call('goals.csvIn', { file });
      if (read.added > 0) cameIn(bank, read.bank, t('tableIn', { count: read.added }));
      if (read.notes.length > 0) setTable(read);
      else if (read.added === 0) say(t('nothingNew'));
    },
    [api, bank, cameIn, say, t],
  );
  const takePack = useCallback(
    async (file: string) => {
      const { bank: after, added } = await api.call('goals.packIn', { file });
      if (added === 0) say(t('nothingNew'));
      else cameIn(bank, after, t('packCame', { count: added }));
    },
    [api, bank, cameIn, say, t],
  );
  const takeDropped = useCallback(
    async (files: readonly File[]) => {
      for (const file of files) {
        const take = file.name.toLowerCase().endsWith(PACK) ? takePack : file.name.toLowerCase().endsWith(TABLE) ? takeTable : null;
        if (take === null) throw new Refusal('bad-request', { message: t('otherFile', { file: file.name }), hint: t('otherFile_hint') });
        for (const token of await desktop.offer([file])) await take(token);
      }
    },
    [desktop, takePack, takeTable, t],
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
  const pick = (accept: string, take: (token: string) => Promise<void>): void => {
    desktop
      .pickFiles(accept)
      .then(async (tokens) => {
        for (const token of tokens ?? []) await take(token);
      })
      .catch(complain);
  };
  return {
    hovering,
    table,
    held,
    csvOut: () =>
      void api
        .call('goals.csvOut', {})
        .then((file) => desktop.save(file))
        .then((saved) => saved && say(t('tableSaved')))
        .catch(complain),
    csvIn: () => pick(TABLE, takeTable),
    packOut,
    packIn: () => pick(PACK, takePack),
    closeReports: () => {
      setTable(null);
      setHeld(null);
    },
  };
}
