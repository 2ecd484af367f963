import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button.tsx';
import { Check } from '../../../components/Fields.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { SheetsHint } from '../../../components/SheetsHint.tsx';
import { useView } from '../../../stage/viewStore.ts';
import type { Actions } from './actions.ts';
import type { Designer } from './useDesigner.ts';
import styles from './Design.module.css';

/** How large, how many sheets, whether words are cut, and how near it is looked at. */
export function StatusLine({ designer, actions }: { designer: Designer; actions: Actions }): ReactNode {
  const { t } = useTranslation('design');
  const { t: common } = useTranslation();
  const { strip, plan, wordsCut, wall } = designer;
  return (
    <footer className={styles.status}>
      <span>{t('size', { width: Math.round(strip.width), height: Math.round(strip.height) })}</span>
      {plan && <span>{t('sheets', { count: plan.sheets.length, sheetSize: plan.sheetSize.name })}</span>}
      {plan && <span className={wordsCut === 0 ? styles.good : styles.mind}>{wordsCut === 0 ? t('noWordCut') : t('wordsCut', { count: wordsCut })}</span>}
      <SheetsHint wall={wall} strip={strip} settings={wall.print} small />
      <span className={styles.gap} />
      <Check label={t('seams')} checked={designer.seamsShown} onChange={designer.setSeamsShown} />
      <span aria-live="polite" className={styles.saved}>
        {wall.saving ? common('saving') : common('saved')}
      </span>
      <Zoom designer={designer} actions={actions} />
    </footer>
  );
}

function Zoom({ designer, actions }: { designer: Designer; actions: Actions }): ReactNode {
  const view = useView(designer.views);
  const { t } = useTranslation('design');
  const real = Math.round((view.zoom * 25.4 * 100) / 96);
  return (
    <div className={styles.zoom} role="group" aria-label={t('zoom')}>
      <Button look="ghost" icon label={actions['zoom-out'].label} onPress={actions['zoom-out'].run}>
        <Icon name="minus" size={18} />
      </Button>
      <Button look="ghost" label={`${actions['zoom-fit'].label}, ${real} %`} onPress={actions['zoom-fit'].run}>
        {real} %
      </Button>
      <Button look="ghost" icon label={actions['zoom-in'].label} onPress={actions['zoom-in'].run}>
        <Icon name="plus" size={18} />
      </Button>
    </div>
  );
}
