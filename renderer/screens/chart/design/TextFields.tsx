import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Element, ElementOf } from '../../../../core/chart/document.ts';
import { textHeight } from '../../../../core/chart/paint.ts';
import { isBound } from '../../../../core/chart/relayout.ts';
import { atWidth } from '../../../../core/chart/reshape.ts';
import type { FaceName } from '../../../../core/text/face.ts';
import { Button } from '../../../components/Button.tsx';
import { Check, Choice } from '../../../components/Fields.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { Millimetres } from '../../../components/Millimetres.tsx';
import { INKS, Swatches } from './Swatches.tsx';
import type { Action } from './actions.ts';
import { inPoints, readFrom } from './reading.ts';
import type { Designer } from './useDesigner.ts';

interface Props<K extends Element['kind']> {
  readonly element: ElementOf<K>;
  readonly designer: Designer;
  readonly keep: (next: Element) => void;
}

export function TextFields({ element, designer, keep, edit }: Props<'text'> & { edit: Action }): ReactNode {
  const { t } = useTranslation('design');
  const restyle = (look: Partial<ElementOf<'text'>>): void => {
    const next = { ...element, ...look };
    keep({ ...next, height: textHeight(designer.context.fonts, next) });
  };
  const family = element.face.startsWith('lexend') ? 'lexend' : 'andika';
  const bold = element.face.endsWith('-bold');
  const face = (name: 'andika' | 'lexend', heavy: boolean): FaceName => (heavy ? `${name}-bold` : name);
  return (
    <>
      <Button isDisabled={!edit.enabled} onPress={edit.run}>
        <Icon name="pen" size={18} /> {t('typing')}
      </Button>
      {isBound(element) && <p className="quiet fine">{t('boundHint')}</p>}
      <Choice
        label={t('face')}
        value={family}
        options={[
          { value: 'andika', label: t('faces.andika') },
          { value: 'lexend', label: t('faces.lexend') },
        ]}
        onChange={(name) => restyle({ face: face(name, bold) })}
      />
      <Check label={t('bold')} checked={bold} onChange={(heavy) => restyle({ face: face(family, heavy) })} />
      <Millimetres
        label={t('letterSize')}
        value={element.size}
        min={2}
        max={200}
        hint={t('letterSize_hint', { points: inPoints(element.size), metres: readFrom(element.size) })}
        onKeep={(size) => restyle({ size })}
      />
      <Swatches label={t('colour')} value={element.colour} colours={INKS} onChange={(colour) => restyle({ colour: colour ?? element.colour })} />
      <Choice
        label={t('align')}
        value={element.align}
        options={(['start', 'centre', 'end'] as const).map((value) => ({ value, label: t(`aligns.${value}`) }))}
        onChange={(align) => restyle({ align })}
      />
      <Choice
        label={t('bullet')}
        value={element.bullet}
        options={(['none', 'new', 'kept'] as const).map((value) => ({ value, label: t(`bullets.${value}`) }))}
        onChange={(bullet) => restyle({ bullet })}
      />
    </>
  );
}

export function TypedFields({ element, designer, keep }: Props<'typed'>): ReactNode {
  const { t } = useTranslation('design');
  return (
    <>
      <p className="quiet fine">{t('typedHint')}</p>
      <Millimetres
        label={t('letterSize')}
        value={element.size}
        min={2}
        max={200}
        hint={t('letterSize_hint', { points: inPoints(element.size), metres: readFrom(element.size) })}
        onKeep={(size) => keep(atWidth({ ...element, size }, element.width, designer.context))}
      />
    </>
  );
}
