import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { closedUp, type ClosedUp } from '../../core/chart/closeUp.ts';
import type { Strip } from '../../core/chart/document.ts';
import { hintFor, type Hint } from '../../core/sheets/hints.ts';
import { requestOf } from '../../core/chart/planStrip.ts';
import type { PrintSettings } from '../../core/sheets/printSettings.ts';
import { sheetsNeeded } from '../../core/sheets/sheets.ts';
import { useApp } from '../api/app.tsx';
import type { Wall } from '../api/useWall.ts';
import { Button } from './Button.tsx';

interface Props {
  readonly wall: Pick<Wall, 'change' | 'undo'>;
  readonly strip: Strip;
  readonly settings: PrintSettings;
  /** Only a button, where there is little room. */
  readonly small?: boolean;
}

/** Says when a strip that is a little lower would take fewer sheets, and makes it so: one step of undo. Nothing where there is nothing to save. */
export function SheetsHint({ wall, strip, settings, small = false }: Props): ReactNode {
  const { t } = useTranslation('print');
  const { say } = useApp();
  const found = useMemo(() => savingOn(strip, settings), [strip, settings]);
  if (found === null) return null;
  const { hint, closed, sheets } = found;
  const saving = t('hint', { less: hint.less, way: t(`hintWay.${hint.side}`), saved: hint.saved, all: sheets });
  const how = closed.scale === 1 ? t('hintGaps') : t('hintSmaller', { percent: Math.ceil((1 - closed.scale) * 100) });
  const doIt = (): void => {
    wall.change({ name: 'lay-out', strip: closed.strip });
    say(t('hintDone', { sheets: hint.sheets }), wall.undo);
  };
  if (small) {
    const save = t('hintSave', { count: hint.saved });
    return (
      <Button look="ghost" small label={`${save}: ${saving} ${how}`} onPress={doIt}>
        {save}
      </Button>
    );
  }
  return (
    <p className="note-line">
      <span>
        {saving} {how}
      </span>
      <Button small onPress={doIt}>
        {t('hintDo')}
      </Button>
    </p>
  );
}

function savingOn(strip: Strip, settings: PrintSettings): { hint: Hint; closed: ClosedUp; sheets: number } | null {
  try {
    const request = requestOf(strip, settings);
    const hint = hintFor(request);
    return hint === null ? null : { hint, closed: closedUp(strip, hint.side, hint.less), sheets: sheetsNeeded(request) };
  } catch {
    // Where the settings leave no room, the print screen says so; there is nothing to save yet.
    return null;
  }
}
