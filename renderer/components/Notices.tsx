import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp, type Notice } from '../api/app.tsx';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import styles from './Notices.module.css';

/** How long good news stays; a problem stays until it is closed. */
const GOOD_NEWS_MS = 8000;

export function Notices(): ReactNode {
  const { notices } = useApp();
  return (
    <div className={styles.notices} role="status" aria-live="polite">
      {notices.map((notice) => (
        <OneNotice key={notice.id} notice={notice} />
      ))}
    </div>
  );
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
