import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import type { Lens } from './useLens.ts';

/** Closer, further, whole: for whoever has neither wheel nor keys at hand. */
export function LensButtons({ lens }: { lens: Lens }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Button small icon look="ghost" label={t('lens.further')} isDisabled={lens.isWhole} onPress={lens.further}>
        <Icon name="zoomOut" size={18} />
      </Button>
      <Button small icon look="ghost" label={t('lens.closer')} onPress={lens.closer}>
        <Icon name="zoomIn" size={18} />
      </Button>
    </>
  );
}
