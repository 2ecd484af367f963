import { useMemo } from 'react';
import type { PrivacyState } from '../../../../core/capture/privacyState.ts';
import type { Ended, Started } from '../../../../core/contract/contract.ts';
import { useAnswer, useApp } from '../../../api/app.tsx';
import { useStay } from '../../../api/useStay.ts';
import type { Wall } from '../../../api/useWall.ts';

/** Destroying the originals of a task, once every copy was looked at. */
export interface Finishing {
  /** Null until it is known. */
  readonly state: PrivacyState | null;
  readonly job: Started<'privacy.finish'> | null;
  /** Pages on which a name could be read; then nothing was destroyed. */
  readonly namesSeen: readonly string[];
  /** Hands out what was checked when it was done; null before. */
  readonly saveCertificate: (() => void) | null;
  /** `lookedAgain`: pages of which a person says, against what was read, that no name is there. */
  start(lookedAgain: readonly string[]): void;
  ended(last: Ended<'privacy.finish'>): void;
}

interface Stay {
  readonly job: Started<'privacy.finish'> | null;
  readonly namesSeen: readonly string[];
}

export function useFinishing({ task, reload }: Wall): Finishing {
  const { api, complain, desktop } = useApp();
  const { value: state, again } = useAnswer('privacy.state', { task: task.id }, ['papers.changed']);
  const [stay, change] = useStay<Stay>(`finishing ${task.id}`, () => ({ job: null, namesSeen: [] }));
  return useMemo(
    () => ({
      ...stay,
      state,
      saveCertificate: state?.hasCertificate === true ? () => void api.call('privacy.certificate', { task: task.id }).then(desktop.save).catch(complain) : null,
      start(lookedAgain) {
        change({ namesSeen: [] });
        api.call('privacy.finish', { task: task.id, lookedAgain: [...lookedAgain] }).then((job) => change({ job }), complain);
      },
      ended({ result }) {
        change({ job: null, ...(result !== null && { namesSeen: result.done ? [] : result.namesSeen }) });
        again();
        void reload();
      },
    }),
    [stay, state, api, desktop, task.id, change, complain, again, reload],
  );
}
