import { useEffect, useState } from 'react';
import type { PrintSettings } from '../../../../core/sheets/printSettings.ts';
import type { PrintedBefore } from '../../../../core/sheets/printedBefore.ts';
import { useApp } from '../../../api/app.tsx';
import type { Wall } from '../../../api/useWall.ts';

/** What was printed last and what has changed since; null where nothing was printed, or while the settings are not `possible`. */
export function usePrintedBefore(wall: Wall, settings: PrintSettings, possible: boolean): PrintedBefore | null {
  const { api, complain } = useApp();
  const [before, setBefore] = useState<PrintedBefore | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => api.on('wall.changed', (told) => told.wall === wall.id && setTurn((n) => n + 1)), [api, wall.id]);
  const asked = JSON.stringify(settings);
  const { revision } = wall.history;
  useEffect(() => {
    let current = true;
    if (possible)
      api.call('print.changed', { wall: wall.id, settings: JSON.parse(asked) as PrintSettings }).then((answer) => current && setBefore(answer), complain);
    return () => {
      current = false;
    };
  }, [api, complain, wall.id, asked, revision, possible, turn]);
  return possible ? before : null;
}
