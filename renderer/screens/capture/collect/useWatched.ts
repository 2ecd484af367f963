import { useCallback, useEffect, useMemo } from 'react';
import type { WatchState } from '../../../../core/capture/watchedFolder.ts';
import { useAnswer, useApp } from '../../../api/app.tsx';

/** The folder that is watched for this wall. */
export interface Watched {
  /** Null until it is known. */
  readonly state: WatchState | null;
  /** True when it is being watched. */
  start(folder: string, existing: boolean): Promise<boolean>;
  stop(): void;
}

/** A folder is watched while its screen is open, and no longer. */
export function useWatched(task: string): Watched {
  const { api, complain } = useApp();
  const { value: state, again } = useAnswer('watching.state', { task }, ['watching.changed']);
  const stop = useCallback(() => void api.call('watching.stop', { task }).catch(complain), [api, task, complain]);
  useEffect(() => stop, [stop]);
  const start = useCallback(
    async (folder: string, existing: boolean) => {
      try {
        await api.call('watching.start', { task, folder, existing });
        again();
        return true;
      } catch (error) {
        complain(error);
        return false;
      }
    },
    [api, task, again, complain],
  );
  return useMemo(() => ({ state, start, stop }), [state, start, stop]);
}

/** The last part of a path, on any system. */
export const folderName = (path: string): string => path.split(/[\\/]/u).findLast((part) => part !== '') ?? path;
