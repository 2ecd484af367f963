import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer, useApp } from '../../../api/app.tsx';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import styles from './Home.module.css';

/** Walls that were moved to the bin: they can be taken out, or destroyed after a question. */
export function Bin({ onChanged }: { onChanged: () => void }): ReactNode {
  const { t } = useTranslation('home');
  const { t: common } = useTranslation();
  const { api, complain } = useApp();
  const { value: binned, again } = useAnswer('walls.binned', {}, ['wall.changed']);
  const [doomed, setDoomed] = useState<{ id: string; title: string } | null>(null);
  if (binned === null || binned.length === 0) return null;
  const then = (call: Promise<unknown>): void =>
    void call.then(() => {
      again();
      onChanged();
    }, complain);
  return (
    <section className={styles.bin}>
      <h2>{t('inBin')}</h2>
      <ul>
        {binned.map((wall) => (
          <li key={wall.id}>
            <span>{wall.title}</span>
            <Button small onPress={() => then(api.call('walls.takeOut', { wall: wall.id }))}>
              {t('takeOut')}
            </Button>
            <Button small look="loss" onPress={() => setDoomed(wall)}>
              {t('destroy')} …
            </Button>
          </li>
        ))}
      </ul>
      <Dialog title={t('destroy')} open={doomed !== null} onClose={() => setDoomed(null)}>
        <p>{t('destroyAsk', { title: doomed?.title ?? '' })}</p>
        <div className="actions">
          <Button onPress={() => setDoomed(null)}>{common('cancel')}</Button>
          <Button
            look="loss"
            onPress={() => {
              if (doomed !== null) then(api.call('walls.destroy', { wall: doomed.id }));
              setDoomed(null);
            }}
          >
            {t('destroy')}
          </Button>
        </div>
      </Dialog>
    </section>
  );
}
