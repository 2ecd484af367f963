import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isReady } from '../../../../core/chart/progress.ts';
import { toSettle } from '../../../../core/chart/toSettle.ts';
import type { Wall } from '../../../api/useWall.ts';
import { Button } from '../../../components/Button.tsx';
import { HandsDialog } from './HandsDialog.tsx';
import { SecondLook } from './SecondLook.tsx';
import styles from './Sharing.module.css';

/** What the team should settle before the chart's papers hang where classmates see them, with the way to do so. Nothing where all is settled. */
export function SettleCard({ wall }: { wall: Pick<Wall, 'id' | 'chart' | 'papers'> }): ReactNode {
  const { t } = useTranslation('sharing');
  const [doing, setDoing] = useState<'hands' | 'look' | null>(null);
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set());
  const open = toSettle(wall.chart, wall.papers);
  const hands = open.flatMap(({ paper, hand }) => (hand ? [paper] : []));
  const looks = open.flatMap(({ paper, look }) => (look && isReady(paper) ? [paper] : []));
  const close = (): void => setDoing(null);
  return (
    <>
      {(hands.length > 0 || looks.length > 0) && (
        <section className={styles.settle} aria-label={t('settle')}>
          {hands.length > 0 && (
            <p className="note-line">
              <span>{t('handsOpen', { count: hands.length })}</span>
              <Button
                small
                onPress={() => {
                  // Those that are asked about stay in sight until all is said.
                  setAsked(new Set(hands.map(({ id }) => id)));
                  setDoing('hands');
                }}
              >
                {t('handsSettle')}
              </Button>
            </p>
          )}
          {looks.length > 0 && (
            <p className="note-line">
              <span>{t('looksOpen', { count: looks.length })}</span>
              <Button small onPress={() => setDoing('look')}>
                {t('lookNow')}
              </Button>
            </p>
          )}
        </section>
      )}
      {doing === 'hands' && <HandsDialog wall={wall.id} papers={wall.papers.filter(({ id }) => asked.has(id))} onClose={close} />}
      {doing === 'look' && <SecondLook papers={looks} onClose={close} />}
    </>
  );
}
