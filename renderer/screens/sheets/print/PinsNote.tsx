import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Strip } from '../../../../core/chart/document.ts';
import { requestOf } from '../../../../core/chart/planStrip.ts';
import { sheetsNeeded } from '../../../../core/sheets/sheets.ts';
import { useApp } from '../../../api/app.tsx';
import { Button } from '../../../components/Button.tsx';
import type { PrintDesk } from './usePrintDesk.ts';
import styles from './Print.module.css';

/** How many seams the teacher pinned, what they cost, and a way to let them all go. */
export function PinsNote({ desk, strip }: { desk: PrintDesk; strip: Strip }): ReactNode {
  const { t } = useTranslation('print');
  const { say } = useApp();
  const { settings, plan, change } = desk;
  const { pinned } = settings;
  const least = useMemo(() => {
    try {
      return sheetsNeeded(requestOf(strip, settings));
    } catch {
      return null;
    }
  }, [strip, settings]);
  if (pinned.length === 0) return null;
  const more = plan === null || least === null ? 0 : plan.sheets.length - least;
  const letGo = (): void => {
    change({ pinned: [] });
    say(t('letGoDone'), () => change({ pinned }));
  };
  return (
    <p className={styles.pinsNote}>
      {more > 0 ? t('pinsCost', { count: pinned.length, more }) : t('pins', { count: pinned.length })}
      <Button small onPress={letGo}>
        {t('letAllGo')}
      </Button>
    </p>
  );
}
