import { useEffect, useState } from 'react';
import type { BankNote } from '../../../../core/goals/bank.ts';
import type { Bank } from '../../../../core/goals/goal.ts';

/** What the team should look at in the bank; null until it has been looked through the first time. */
export function useNotes(bank: Bank): readonly BankNote[] | null {
  const [notes, setNotes] = useState<readonly BankNote[] | null>(null);
  useEffect(() => {
    const worker = new Worker(new URL('./notes.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', (event: MessageEvent<BankNote[]>) => setNotes(event.data));
    worker.postMessage(bank);
    return () => worker.terminate();
  }, [bank]);
  return notes;
}
