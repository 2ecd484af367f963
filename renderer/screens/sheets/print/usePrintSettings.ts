import { useCallback, useEffect, useRef, useState } from 'react';
import type { PrintSettings } from '../../../../core/sheets/printSettings.ts';
import { useApp } from '../../../api/app.tsx';
import type { Wall } from '../../../api/useWall.ts';

const KEPT_AFTER_MS = 400;

/** The wall's print settings: shown at once, kept when the teacher stops changing them. Lengths in mm. */
export function usePrintSettings(wall: Wall): [PrintSettings, (change: Partial<PrintSettings>) => void] {
  const { api, complain } = useApp();
  const [settings, setSettings] = useState(wall.print);
  const waiting = useRef<{ due: ReturnType<typeof setTimeout>; keep: () => void } | null>(null);
  const change = useCallback(
    (part: Partial<PrintSettings>) => {
      const next = { ...settings, ...part };
      setSettings(next);
      const keep = (): void => {
        waiting.current = null;
        api.call('print.settings', { wall: wall.id, settings: next }).catch(complain);
      };
      clearTimeout(waiting.current?.due);
      waiting.current = { due: setTimeout(keep, KEPT_AFTER_MS), keep };
    },
    [api, complain, settings, wall.id],
  );
  // Who leaves the screen at once has said it all the same.
  useEffect(
    () => () => {
      clearTimeout(waiting.current?.due);
      waiting.current?.keep();
    },
    [],
  );
  return [settings, change];
}
