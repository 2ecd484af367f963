import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Element, ElementOf } from '../../../../core/chart/document.ts';
import { asWritten, scaleOf, uncropped } from '../../../../core/chart/reshape.ts';
import { Button } from '../../../components/Button.tsx';
import { Check } from '../../../components/Fields.tsx';
import { Icon } from '../../../components/Icon.tsx';
import type { Action } from './actions.ts';
import type { Designer } from './useDesigner.ts';

export function PictureFields({
  element,
  designer,
  keep,
  crop,
}: {
  element: ElementOf<'picture'>;
  designer: Designer;
  keep: (next: Element) => void;
  crop: Action;
}): ReactNode {
  const { t } = useTranslation('design');
  const scale = scaleOf(element, designer.context);
  const percent = scale === null ? null : Math.round(scale * 100);
  const written = asWritten(element, designer.context);
  const cropped = element.crop.width < 1 || element.crop.height < 1;
  return (
    <>
      <Button on={designer.cropping !== null} isDisabled={!crop.enabled} onPress={crop.run}>
        <Icon name={designer.cropping === null ? 'crop' : 'check'} size={18} /> {crop.label}
      </Button>
      {designer.cropping !== null && <p className="tip fine">{t('cropHint')}</p>}
      {cropped && (
        <Button look="ghost" isDisabled={element.locked === true} onPress={() => keep(uncropped(element))}>
          {t('uncrop')}
        </Button>
      )}
      <p className="quiet fine">{percent === null ? t('scaleUnknown') : t('scale', { percent })}</p>
      {written && percent !== 100 && (
        <Button isDisabled={element.locked === true} onPress={() => keep(written)}>
          {t('asWritten')}
        </Button>
      )}
      <Check label={t('frame')} checked={element.frame} onChange={(frame) => keep({ ...element, frame })} />
    </>
  );
}
