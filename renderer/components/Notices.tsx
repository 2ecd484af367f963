import { useEffect, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useApp, type Notice } from '../api/app.tsx';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import styles from './Notices.module.css';

/** How long good news stays; a problem stays until it is closed. */
const GOOD_NEWS_MS = 8000;

/** What there is to say, over the foot of the window, or where the screen has a place for it. */
export function Notices(): ReactNode {
  const { notices, noticesPlace } = useApp();
  const list = (
    <div className={noticesPlace === null ? `${styles.notices} ${styles.floating}` : styles.notices} role="status" aria-live="polite">
      {notices.map((notice) => (
        <OneNotice key={notice.id} notice={notice} />
      ))}
    </div>
  );
  return noticesPlace === null ? list : createPortal(list, noticesPlace);
}

/** Where a screen wants notices, so that they never cover what is pressed without looking. Takes no room while there are none. */
export function NoticesPlace({ className }: { className: string }): ReactNode {
  const { placeNotices } = useApp();
  return <div className={className} ref={placeNotices} />;
}

function OneNotice({ notice }: { notice: Notice }): ReactNode {
  const { dismiss } = useApp();
  const { t } = useTranslation();
  useEffect(() => {
    if (notice.tone === 'problem') return undefined;
    const due = setTimeout(() => dismiss(notice.id), GOOD_NEWS_MS);
    return () => clearTimeout(due);
  }, [notice, dismiss]);
  return (
    <div className={styles.notice} data-tone={notice.tone}>
      <div>
        <p>{notice.message}</p>
        {notice.hint !== '' && <p className="quiet">{notice.hint}</p>}
      </div>
      {notice.undo !== null && (
        <Button
          small
          onPress={() => {
            notice.undo?.();
            dismiss(notice.id);
          }}
        >
          {t('undo')}
        </Button>
      )}
      <Button look="ghost" icon small label={t('dismiss')} onPress={() => dismiss(notice.id)}>
        <Icon name="close" size={18} />
      </Button>
    </div>
  );
}
