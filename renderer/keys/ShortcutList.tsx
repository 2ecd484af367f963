import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import type { Keys } from './chord.ts';
import type { Shortcut } from './keyboard.ts';
import { keyboard, useKeyName, useKeys } from './useKeys.ts';
import styles from './ShortcutList.module.css';

/** `?` shows which keys do something just now. */
export function ShortcutList(): ReactNode {
  const { t } = useTranslation('keys');
  const { t: common } = useTranslation();
  const [shown, setShown] = useState<readonly Shortcut[] | null>(null);
  useKeys('app', [{ keys: '?', words: t('show'), run: () => setShown(keyboard.shortcuts()) }]);
  if (shown === null) return null;
  const close = (): void => setShown(null);
  return (
    <Dialog title={t('title')} open onClose={close}>
      <div className={styles.list} tabIndex={0} role="group" aria-label={t('title')}>
        <Part title={t('here')} shortcuts={shown.filter(({ everywhere }) => !everywhere)} />
        <Part title={t('everywhere')} shortcuts={shown.filter(({ everywhere }) => everywhere)} />
      </div>
      <div className="actions">
        <Button onPress={close} autoFocus>
          {common('close')}
        </Button>
      </div>
    </Dialog>
  );
}

function Part({ title, shortcuts }: { title: string; shortcuts: readonly Shortcut[] }): ReactNode {
  if (shortcuts.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {shortcuts.map(({ keys, words }) => (
          <div key={keys.join(' ')}>
            <dt>
              <KeyNames keys={keys} />
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function KeyNames({ keys }: { keys: readonly Keys[] }): ReactNode {
  const { t } = useTranslation('keys');
  const name = useKeyName();
  return keys.map((one, index) => (
    <span key={one}>
      {index > 0 && ` ${t('or')} `}
      <kbd>{name(one)}</kbd>
    </span>
  ));
}
