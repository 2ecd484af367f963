import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SampleFacts } from '../../../../core/capture/paperFacts.ts';
import type { Level } from '../../../../core/chart/document.ts';
import { LevelBadge } from '../../../components/LevelBadge.tsx';
import { PaperPicture } from '../../../components/PaperPicture.tsx';

export const PAPER_DRAG = 'application/x-stepwall-paper';

/** The line-up at the foot of the screen: a click or a drag makes a paper stand for a level. */
export function AnchorLine({
  line,
  levels,
  active,
  onChoose,
}: {
  line: readonly SampleFacts[];
  levels: readonly Level[];
  active: Level;
  onChoose: (sample: string) => void;
}): ReactNode {
  const { t } = useTranslation('levels');
  return (
    <section className="anchor-line" aria-label={t('line')}>
      <div>
        <h2>{t('line')}</h2>
        <p className="quiet">{t('line_hint', { label: active.label })}</p>
      </div>
      <ol>
        {line.map((sample, index) => {
          const step = levels.findIndex(({ anchors }) => anchors.includes(sample.id));
          const level = levels[step];
          const label =
            level === undefined
              ? t('choose', { code: sample.code, place: index + 1, label: active.label })
              : t('isAnchor', { code: sample.code, label: level.label });
          return (
            <li key={sample.id}>
              <button
                type="button"
                aria-label={label}
                draggable
                onDragStart={(event) => event.dataTransfer.setData(PAPER_DRAG, sample.id)}
                onClick={() => onChoose(sample.id)}
              >
                <PaperPicture sample={sample} width={150} label="" />
              </button>
              <span>
                {sample.code}
                {level && <LevelBadge label={level.label} step={step} steps={levels.length} />}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
