import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WallName } from '../../../../core/chart/wall.ts';
import { useAnswer, useApp } from '../../../api/app.tsx';
import { Button } from '../../../components/Button.tsx';
import styles from './Home.module.css';

/** A way back to the newest state that can be read, on the card of a wall that can't be read as it is now. */
export function GoBack({ wall, onBack }: { wall: WallName; onBack: () => void }): ReactNode {
  const { t, i18n } = useTranslation('home');
  const { api, complain, say } = useApp();
  const { value: earlier } = useAnswer('walls.earlier', { wall: wall.id });
  if (earlier === null) return null;
  const when = new Date(earlier.madeAt).toLocaleString(i18n.language, { dateStyle: 'long', timeStyle: 'short' });
  const goBack = async (): Promise<void> => {
    await api.call('walls.goBack', { wall: wall.id });
    say(t('wentBack', { title: wall.title, when }));
    onBack();
  };
  return (
    <div className={styles.goBack}>
      <Button small onPress={() => void goBack().catch(complain)}>
        {t('goBackTo', { when })}
      </Button>
    </div>
  );
}
