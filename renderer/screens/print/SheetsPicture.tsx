import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Strip } from '../../../core/chart/document.ts';
import type { Sheet, SheetPlan } from '../../../core/tiling/sheets.ts';
import type { Wall } from '../../api/useWall.ts';
import { StripPicture } from '../../stage/StripPicture.tsx';
import { contentOf, type SheetContent } from './contentOf.ts';

/** The strip under the sheets' outlines. A sheet that is pointed at or has the focus says its page and what is on it. */
export function SheetsPicture({
  wall,
  strip,
  plan,
  looked,
  onLook,
}: {
  wall: Wall;
  strip: Strip;
  plan: SheetPlan | null;
  looked: string | null;
  onLook: (label: string | null) => void;
}): ReactNode {
  const { t } = useTranslation('print');
  const now = plan?.sheets.find(({ label }) => label === looked);
  const say = useSaying(wall, strip);
  return (
    <div className="sheets-room">
      <div className="sheets-frame">
        <div className="sheets" style={{ width: `min(100cqw, ${(strip.width / strip.height) * 100}cqh)`, aspectRatio: `${strip.width} / ${strip.height}` }}>
          <StripPicture chart={wall.chart} papers={wall.papers} label={t('picture')} />
          {plan && (
            <ol aria-label={t('plan')} onPointerLeave={() => onLook(null)}>
              {plan.sheets.map((sheet) => (
                <li key={sheet.label} style={placeOf(sheet, strip)}>
                  <button
                    type="button"
                    className={sheet.label === looked ? 'sheet looked' : 'sheet'}
                    aria-label={`${t('sheet', { label: sheet.label })}. ${say(sheet)}`}
                    onPointerEnter={() => onLook(sheet.label)}
                    onFocus={() => onLook(sheet.label)}
                    onBlur={() => onLook(null)}
                  >
                    <span>{sheet.label}</span>
                  </button>
                </li>
              ))}
            </ol>
          )}
        </div>
      </div>
      <p className="sheet-says" aria-hidden="true">
        {now === undefined ? (
          <span className="quiet">{t('hover')}</span>
        ) : (
          <>
            <b>{t('sheet', { label: now.label })}</b> {say(now)}
          </>
        )}
      </p>
    </div>
  );
}

function placeOf({ visible: { x, y, width, height } }: Sheet, strip: Strip): { left: string; top: string; width: string; height: string } {
  const share = (part: number, whole: number): string => `${(part / whole) * 100}%`;
  return { left: share(x, strip.width), top: share(y, strip.height), width: share(width, strip.width), height: share(height, strip.height) };
}

function useSaying(wall: Wall, strip: Strip): (sheet: Sheet) => string {
  const { t } = useTranslation('print');
  const onIt = ({ title, levels, papers }: SheetContent): string => {
    const parts = [
      ...(title ? [t('titleOn')] : []),
      ...(levels.length > 0 ? [t('levelsOn', { count: levels.length, levels: levels.join(', ') })] : []),
      ...(papers.length > 0 ? [t('papersOn', { count: papers.length, papers: papers.join(', ') })] : []),
    ];
    return parts.length === 0 ? t('onItNothing') : t('onIt', { what: parts.join(', ') });
  };
  return (sheet) => `${t('sheetFacts', { page: sheet.page, orientation: t(sheet.orientation) })} · ${onIt(contentOf(sheet, strip, wall))}`;
}
