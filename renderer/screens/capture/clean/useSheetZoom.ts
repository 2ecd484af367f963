import { useCallback, useEffect, useMemo, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useStay } from '../../../api/useStay.ts';
import type { Binding } from '../../../keys/keyboard.ts';

/** CSS px: so wide a page is at least, at first and at most. */
const USUAL = 168;
const WIDEST = 720;
const STEP = 1.4;
const WHEEL = 0.005;

/** How wide the pages of a sheet are: changed by keys, by a pinch, and by the wheel with Ctrl, since the wheel alone goes down the sheet. */
export function useSheetZoom(sheet: RefObject<HTMLElement | null>, shown: boolean): { readonly column: number; readonly bindings: readonly Binding[] } {
  const { t } = useTranslation();
  const [{ column }, change] = useStay('names sheet', () => ({ column: USUAL }));
  const zoomBy = useCallback((factor: number) => change(({ column: now }) => ({ column: Math.min(WIDEST, Math.max(USUAL, now * factor)) })), [change]);
  useEffect(() => {
    const element = sheet.current;
    if (element === null) return undefined;
    const wheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoomBy(Math.exp(-event.deltaY * WHEEL));
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [sheet, shown, zoomBy]);
  return useMemo(
    () => ({
      column,
      bindings: [
        { keys: ['+', '='], words: t('lens.closer'), run: () => zoomBy(STEP) },
        { keys: '-', words: t('lens.further'), run: () => zoomBy(1 / STEP) },
        { keys: '0', words: t('lens.whole'), run: () => change({ column: USUAL }) },
      ],
    }),
    [column, zoomBy, change, t],
  );
}
