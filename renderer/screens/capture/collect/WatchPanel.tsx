import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FolderFacts } from '../../../../core/capture/watchedFolder.ts';
import { useApp } from '../../../api/app.tsx';
import { Button } from '../../../components/Button.tsx';
import { Check, Text } from '../../../components/Fields.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { SourcePanel } from './SourcePanel.tsx';
import { folderName, type Watched } from './useWatched.ts';
import styles from './Sources.module.css';

/** Which folder to watch: clicked through, or typed. */
export function WatchPanel({ watched: { state, start }, onClose }: { watched: Watched; onClose: () => void }): ReactNode {
  const { api, complain } = useApp();
  const { t } = useTranslation('collect');
  const [here, setHere] = useState<FolderFacts | null>(null);
  const [path, setPath] = useState('');
  const [existing, setExisting] = useState(false);
  const asked = useRef(0);
  const open = useCallback(
    (folder: string | null): void => {
      asked.current += 1;
      const turn = asked.current;
      api.call('watching.look', { folder }).then((facts) => {
        // An answer that comes late must not take the place of a folder typed or opened since.
        if (turn !== asked.current) return;
        setHere(facts);
        setPath(facts.folder);
      }, complain);
    },
    [api, complain],
  );
  useEffect(() => open(null), [open]);
  const type = (typed: string): void => {
    asked.current += 1;
    setPath(typed);
  };
  const watch = (folder: string): void => {
    void start(folder, existing).then((begun) => begun && onClose());
  };
  const remembered = state !== null && !state.watching ? state.folder : null;
  return (
    <SourcePanel title={t('watch.title')} onClose={onClose}>
      <p>{t('watch.how')}</p>
      {remembered !== null && (
        <p>
          <Button look="go" autoFocus onPress={() => watch(remembered)}>
            <Icon name="folder" size={18} /> {t('watch.again', { name: folderName(remembered) })}
          </Button>
        </p>
      )}
      <form
        className={styles.address}
        onSubmit={(event) => {
          event.preventDefault();
          open(path);
        }}
      >
        <Button icon label={t('watch.above')} isDisabled={(here?.above ?? null) === null} onPress={() => open(here?.above ?? null)}>
          <Icon name="up" size={18} />
        </Button>
        <Text label={t('watch.path')} labelHidden value={path} onChange={type} maxLength={4000} />
        <Button type="submit" isDisabled={path.trim() === ''}>
          {t('watch.open')}
        </Button>
      </form>
      {here !== null && (
        <>
          <ul className={styles.folders} aria-label={t('watch.folders')}>
            {here.folders.map(({ name, folder }) => (
              <li key={folder}>
                <Button small look="ghost" onPress={() => open(folder)}>
                  <Icon name="folder" size={18} /> <span>{name}</span>
                </Button>
              </li>
            ))}
          </ul>
          <div className={styles.watchGo}>
            <p className="quiet">{t('watch.there', { count: here.papers })}</p>
            <Check label={t('watch.existing')} checked={existing} onChange={setExisting} disabled={here.papers === 0} />
            <Button look={remembered === null ? 'go' : 'plain'} isDisabled={path.trim() === ''} onPress={() => watch(path)}>
              {t('watch.go')}
            </Button>
          </div>
        </>
      )}
    </SourcePanel>
  );
}
