import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button.tsx';
import { Icon, type IconName } from '../../../components/Icon.tsx';
import styles from './Sources.module.css';

/** How papers come in besides as files. */
export type Way = 'scan' | 'camera' | 'watch';

const icons: Record<Way, IconName> = { scan: 'scan', camera: 'camera', watch: 'folder' };
const ways: readonly Way[] = ['scan', 'camera', 'watch'];

export function OtherWays({ way, onChoose }: { way: Way | null; onChoose: (way: Way | null) => void }): ReactNode {
  const { t } = useTranslation('collect');
  return (
    <div className={styles.ways} role="group" aria-label={t('ways.label')}>
      {ways.map((one) => (
        <Button key={one} look="ghost" on={way === one} aria-expanded={way === one} onPress={() => onChoose(way === one ? null : one)}>
          <Icon name={icons[one]} size={18} /> {t(`ways.${one}`)}
        </Button>
      ))}
    </div>
  );
}
