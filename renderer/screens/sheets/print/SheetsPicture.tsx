import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Strip } from '../../../../core/chart/document.ts';
import type { Sheet } from '../../../../core/sheets/sheets.ts';
import type { Wall } from '../../../api/useWall.ts';
import { StripPicture } from '../../../stage/StripPicture.tsx';
import { contentOf, type SheetContent } from './contentOf.ts';
import { PinsNote } from './PinsNote.tsx';
import { Seams } from './Seams.tsx';
import type { PrintDesk } from './usePrintDesk.ts';
import styles from './Print.module.css';

/** The strip under the sheets' outlines and seams. A sheet that is pointed at or has the focus says its page and what is on it; clicking chooses it. */
export function SheetsPicture({ wall, strip, desk }: { wall: Wall; strip: Strip; desk: PrintDesk }): ReactNode {
  const { t } = useTranslation('print');
  const frame = useRef<HTMLDivElement>(null);
  const [looked, setLooked] = useState<string | null>(null);
  const { plan, bad } = desk;
  const now = plan?.sheets.find(({ label }) => label === looked);
  const say = useSaying(wall, strip, desk);
  const pick = ({ label }: Sheet): void => {
    if (bad !== null) desk.setBad(toggled(bad, label));
    else desk.choose(desk.which === 'all' ? [label] : toggled(desk.meant, label));
  };
  return (
    <div className={bad === null ? styles.sheetsRoom : `${styles.sheetsRoom} ${styles.marking}`}>
      <div className={styles.sheetsFrame}>
        <div
          ref={frame}
          className={styles.sheets}
          style={{ width: `min(100cqw, ${(strip.width / strip.height) * 100}cqh)`, aspectRatio: `${strip.width} / ${strip.height}` }}
        >
          <StripPicture chart={wall.chart} shownPapers={wall.shownPapers} label={t('picture')} />
          {plan && (
            <ol className={styles.sheetList} aria-label={t('plan')} onPointerLeave={() => setLooked(null)}>
              {plan.sheets.map((sheet) => (
                <li key={sheet.label} style={placeOf(sheet, strip)}>
                  <button
                    type="button"
                    className={classOf(sheet, desk, looked)}
                    aria-label={`${t('sheet', { label: sheet.label })}. ${say(sheet)}`}
                    aria-pressed={bad === null ? desk.which === 'chosen' && desk.meant.includes(sheet.label) : bad.includes(sheet.label)}
                    onClick={() => pick(sheet)}
                    onPointerEnter={() => setLooked(sheet.label)}
                    onFocus={() => setLooked(sheet.label)}
                    onBlur={() => setLooked(null)}
                  >
                    <span>{sheet.label}</span>
                  </button>
                </li>
              ))}
            </ol>
          )}
          {plan && bad === null && <Seams desk={desk} strip={strip} frame={frame} />}
        </div>
      </div>
      <div className={styles.sheetFoot}>
        <p className={styles.sheetSays} aria-hidden="true">
          {now === undefined ? (
            <span className="quiet">{t(bad === null ? 'hover' : 'marking')}</span>
          ) : (
            <>
              <b>{t('sheet', { label: now.label })}</b> {say(now)}
            </>
          )}
        </p>
        <PinsNote desk={desk} strip={strip} />
      </div>
    </div>
  );
}

function classOf({ label }: Sheet, { bad, before, which, meant }: PrintDesk, looked: string | null): string {
  const marked = bad === null ? which === 'chosen' && meant.includes(label) : bad.includes(label);
  const changed = bad === null && before !== null && before.print.length < before.plan.sheets.length && before.print.includes(label);
  const left = bad === null && which !== 'all' && !meant.includes(label);
  return [styles.sheet, looked === label && styles.looked, marked && styles.marked, changed && styles.changed, left && styles.left].filter(Boolean).join(' ');
}

function toggled(labels: readonly string[], label: string): readonly string[] {
  return labels.includes(label) ? labels.filter((one) => one !== label) : [...labels, label];
}

function placeOf({ visible: { x, y, width, height } }: Sheet, strip: Strip): { left: string; top: string; width: string; height: string } {
  const share = (part: number, whole: number): string => `${(part / whole) * 100}%`;
  return { left: share(x, strip.width), top: share(y, strip.height), width: share(width, strip.width), height: share(height, strip.height) };
}

function useSaying(wall: Wall, strip: Strip, { before, which, meant }: PrintDesk): (sheet: Sheet) => string {
  const { t } = useTranslation('print');
  const onIt = ({ title, levels, papers }: SheetContent): string => {
    const parts = [
      ...(title ? [t('titleOn')] : []),
      ...(levels.length > 0 ? [t('levelsOn', { count: levels.length, levels: levels.join(', ') })] : []),
      ...(papers.length > 0 ? [t('papersOn', { count: papers.length, papers: papers.join(', ') })] : []),
    ];
    return parts.length === 0 ? t('onItNothing') : t('onIt', { what: parts.join(', ') });
  };
  return (sheet) =>
    [
      `${t('sheetFacts', { page: sheet.page, orientation: t(sheet.orientation) })} · ${onIt(contentOf(sheet, strip, wall))}`,
      ...(before?.print.includes(sheet.label) === true ? [t('isChanged')] : []),
      ...(which !== 'all' && meant.includes(sheet.label) ? [t('isChosen')] : []),
    ].join('. ');
}
