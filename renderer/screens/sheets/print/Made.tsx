import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outgoing } from '../../../../core/kernel/outgoing.ts';
import type { PrintWish } from '../../../../core/sheets/printWish.ts';
import type { SheetPlan } from '../../../../core/sheets/sheets.ts';
import { useApp } from '../../../api/app.tsx';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import styles from './PrintPanel.module.css';

export interface MadePdf {
  readonly file: Outgoing;
  readonly part: PrintWish['part'];
  /** Null for all of them, with the pages that help. */
  readonly sheets: readonly string[] | null;
}

/** The PDF that was made: what is in it, and how to print it. `steps` where only another program prints here. */
export function Made({ made, plan, steps }: { made: MadePdf; plan: SheetPlan; steps: readonly string[] | null }): ReactNode {
  const { t } = useTranslation('print');
  const { desktop, say, complain } = useApp();
  const { file } = made;
  const save = (): void => {
    desktop.save(file).then((saved) => saved && say(t('savedFile', { name: file.name })), complain);
  };
  return (
    <div className={`${styles.made} tip`} role="status">
      <h2>
        <Icon name="check" /> {t('made')}
      </h2>
      <p>{useContents(made, plan)}</p>
      <div className={styles.madeActions}>
        <Button onPress={() => void desktop.open(file).catch(complain)}>{t('open')}</Button>
        <Button onPress={save}>{t('save')}</Button>
      </div>
      {steps === null ? (
        <p>{t('advice')}</p>
      ) : (
        <ol className={styles.viewerSteps}>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
    </div>
  );
}

function useContents({ part, sheets }: MadePdf, plan: SheetPlan): string {
  const { t } = useTranslation('print');
  if (part === 'proof') return t('madeProof');
  if (part === 'measure') return t('madeMeasure');
  if (sheets !== null) return t('madeSome', { count: sheets.length, labels: sheets.join(', ') });
  return t('madePages', { count: plan.sheets.length, first: plan.sheets[0]?.page ?? 1, last: plan.sheets.at(-1)?.page ?? 1 });
}
