import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Strip } from '../../../../core/chart/document.ts';
import { miniChart } from '../../../../core/handouts/miniChart.ts';
import { SHEET_SIZES } from '../../../../core/sheets/sheetSize.ts';
import type { Wall } from '../../../api/useWall.ts';
import { StripPicture } from '../../../stage/StripPicture.tsx';
import pagePictureStyles from '../../../stage/PagePicture.module.css';
import pageStageStyles from '../../../components/PageStage.module.css';
import styles from './MiniChartLook.module.css';

/** The desk-size chart as it lies on its page. */
export function MiniChartLook({ wall, strip, sheetSize, grey }: { wall: Wall; strip: Strip; sheetSize: 'A4' | 'Letter'; grey: boolean }): ReactNode {
  const { t } = useTranslation('taskHandouts');
  const { width, height, bands } = miniChart(strip, SHEET_SIZES[sheetSize]);
  const share = (part: number, whole: number): string => `${(part / whole) * 100}%`;
  return (
    <div className={pageStageStyles.pageStage}>
      <div className={pageStageStyles.pageFrame}>
        <div
          className={grey ? `${pagePictureStyles.pagePicture} ${styles.pageBands} ${styles.grey}` : `${pagePictureStyles.pagePicture} ${styles.pageBands}`}
          style={{ aspectRatio: `${width} / ${height}`, width: `min(100cqw, ${(width / height) * 100}cqh)` }}
        >
          {bands.map(({ strip: part, page }) => (
            <div key={`${page.x} ${page.y}`} style={{ left: share(page.x, width), top: share(page.y, height), width: share(page.width, width) }}>
              <StripPicture chart={wall.chart} shownPapers={wall.shownPapers} part={part} label={t('mini')} />
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
