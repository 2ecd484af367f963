import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawnPage } from '../../core/drawing/drawnPage.ts';
import { PagePicture } from '../stage/PagePicture.tsx';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import styles from './PageStage.module.css';

/** The pages as they will come out of the printer, one at a time. */
export function PageStage({ pages }: { pages: readonly DrawnPage[] }): ReactNode {
  const { t } = useTranslation('handouts');
  const [wanted, setWanted] = useState(0);
  const at = Math.min(wanted, pages.length - 1);
  const page = pages[at];
  if (page === undefined) return null;
  const label = t('page', { number: at + 1, count: pages.length });
  return (
    <div className={styles.pageStage}>
      <div className={styles.pageFrame}>
        <PagePicture page={page} label={label} />
      </div>
      {pages.length > 1 && (
        <div className={styles.pageSteps}>
          <Button icon small look="ghost" label={t('before')} isDisabled={at === 0} onPress={() => setWanted(at - 1)}>
            <Icon name="left" />
          </Button>
          <span aria-live="polite">{label}</span>
          <Button icon small look="ghost" label={t('after')} isDisabled={at === pages.length - 1} onPress={() => setWanted(at + 1)}>
            <Icon name="right" />
          </Button>
        </div>
      )}
    </div>
  );
}
