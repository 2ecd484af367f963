import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { layOutAgain } from '../../../../core/chart/relayout.ts';
import type { Strip } from '../../../../core/chart/document.ts';
import { useApp } from '../../../api/app.tsx';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { newArrow, newBox, newDock, newText } from './newElements.ts';
import { OnStrip } from './OnStrip.tsx';
import { PaperPicker } from './PaperPicker.tsx';
import type { Designer } from './useDesigner.ts';
import styles from './DesignPanels.module.css';

/** What can be put on the strip, how it is laid out, and a list of all that is on it. */
export function LeftPanel({ designer }: { designer: Designer }): ReactNode {
  const { t } = useTranslation('design');
  const { say } = useApp();
  const { chart, context, strip, wall } = designer;
  const layOutAs = (orientation: Strip['orientation'], message: string): void => {
    designer.run({ name: 'lay-out', strip: layOutAgain(chart, context, orientation) });
    say(message, wall.undo);
  };
  const addText = (): void => {
    const element = newText(designer, t('newText'));
    designer.add([element]);
    designer.setTyping(element.id);
  };
  return (
    <aside className={styles.left} aria-label={t('add')}>
      <h2 className="label">{t('add')}</h2>
      <div className={styles.tools}>
        <Button look="ghost" onPress={addText}>
          <Icon name="text" /> {t('addText')}
        </Button>
        <PaperPicker designer={designer} />
        <Button look="ghost" onPress={() => designer.add([newArrow(designer)])}>
          <Icon name="arrow" /> {t('addArrow')}
        </Button>
        <Button look="ghost" onPress={() => designer.add([newBox(designer)])}>
          <Icon name="box" /> {t('addBox')}
        </Button>
        <Button look="ghost" onPress={() => designer.add([newDock(designer, t('newDock'))])}>
          <Icon name="dock" /> {t('addDock')}
        </Button>
      </div>
      <h2 className="label">{t('layout')}</h2>
      <div className={styles.tools}>
        <div className={styles.two}>
          <Button
            look="ghost"
            on={strip.orientation === 'horizontal'}
            onPress={() => strip.orientation !== 'horizontal' && layOutAs('horizontal', t('turned'))}
          >
            <Icon name="across" size={16} /> {t('horizontal')}
          </Button>
          <Button look="ghost" on={strip.orientation === 'vertical'} onPress={() => strip.orientation !== 'vertical' && layOutAs('vertical', t('turned'))}>
            <Icon name="upwards" size={16} /> {t('vertical')}
          </Button>
        </div>
        <Button look="ghost" onPress={() => layOutAs(strip.orientation, t('laidAgain'))}>
          <Icon name="turn" /> {t('layAgain')}
        </Button>
        <p className="quiet fine">
          {t('layAgain_hint')} {t('turn_hint')}
        </p>
      </div>
      <OnStrip designer={designer} />
    </aside>
  );
}
