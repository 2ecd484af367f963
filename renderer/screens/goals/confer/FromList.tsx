import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { daysFrom, today } from '../../../../core/kernel/days.ts';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { NoticesPlace } from '../../../components/Notices.tsx';
import { SpaceFilter } from '../SpaceFilter.tsx';
import { FromListRows } from './FromListRows.tsx';
import { PrintList } from './PrintList.tsx';
import styles from './ConferList.module.css';

/** How many days back a list may be. */
const DAYS_BACK = 28;

/** After a lesson on paper: one row a child, in the order of the printed list. */
export function FromList({ onDone }: { onDone: () => void }): ReactNode {
  const { t } = useTranslation('confer');
  const [date, setDate] = useState(today);
  const [space, setSpace] = useState('');
  return (
    <main className={`screen ${styles.list}`}>
      <header className={styles.top}>
        <div>
          <h1>{t('listTitle')}</h1>
          <p className="quiet">{t('listHow')}</p>
        </div>
        <PrintList date={date} space={space} />
        <SpaceFilter space={space} onChange={setSpace} />
        <label className="field">
          <span className="label">{t('listDay')}</span>
          <input
            className="input"
            autoComplete="off"
            type="date"
            required
            value={date}
            min={daysFrom(today(), -DAYS_BACK)}
            max={today()}
            onChange={(event) => event.target.validity.valid && setDate(event.target.value)}
          />
        </label>
        <Button look="go" onPress={onDone}>
          <Icon name="check" size={18} />
          {t('listDone')}
        </Button>
      </header>
      {/* Another day is another lesson: its rows begin empty. */}
      <FromListRows key={date} date={date} space={space} />
      <NoticesPlace className={styles.said!} />
    </main>
  );
}
