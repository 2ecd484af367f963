import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { namesFrom } from '../../../core/class/codes.ts';
import type { ClassList } from '../../../core/class/pupil.ts';
import { useAnswer, useApp } from '../../api/app.tsx';
import { Button } from '../../components/Button.tsx';
import { Text } from '../../components/Fields.tsx';
import { Icon } from '../../components/Icon.tsx';
import { TopBar } from '../../components/TopBar.tsx';
import { Pupils } from './Pupils.tsx';
import styles from './People.module.css';

/** As many as come in at once. */
const MOST = 500;

/** The class list: codes for the app, names for the teacher's own screen. */
export function PeopleScreen(): ReactNode {
  const { t } = useTranslation('people');
  const { value: list, again } = useAnswer('class.list', {}, ['class.changed']);
  const { complain } = useApp();
  /** True when it was done; what was typed for a call that was refused stays. */
  const then = async (call: Promise<ClassList>): Promise<boolean> => {
    try {
      await call;
      again();
      return true;
    } catch (error) {
      complain(error);
      return false;
    }
  };
  return (
    <div className="app">
      <TopBar />
      <main className={`screen ${styles.people}`}>
        <div>
          <h1>{t('title')}</h1>
          <p className={styles.lead}>{t('lead')}</p>
        </div>
        {list?.names === 'elsewhere' && <p className="tip">{t('elsewhere')}</p>}
        <div className={styles.columns}>
          <AddPupils then={then} />
          <section className={`card ${styles.list}`}>
            {list === null ? null : list.pupils.length === 0 ? (
              <div className="empty">
                <Icon name="people" size={48} />
                <h2>{t('empty')}</h2>
                <p>{t('empty_hint')}</p>
              </div>
            ) : (
              <Pupils list={list} then={then} />
            )}
          </section>
        </div>
      </main>
    </div>
  );
}

function AddPupils({ then }: { then: (call: Promise<ClassList>) => Promise<boolean> }): ReactNode {
  const { t } = useTranslation('people');
  const { api } = useApp();
  const [pasted, setPasted] = useState('');
  const [count, setCount] = useState('');
  const names = namesFrom(pasted).slice(0, MOST);
  const many = Math.min(MOST, Math.max(0, Math.floor(Number(count) || 0)));
  return (
    <section className={styles.add}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void then(api.call('class.add', { names })).then((done) => done && setPasted(''));
        }}
      >
        <Text label={t('paste')} hint={t('paste_hint')} lines={9} value={pasted} onChange={setPasted} />
        <Button look="go" type="submit" isDisabled={names.length === 0}>
          {t('addNamed', { count: names.length })}
        </Button>
      </form>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void then(api.call('class.add', { names: Array.from({ length: many }, () => '') })).then((done) => done && setCount(''));
        }}
      >
        <Text label={t('without')} placeholder="28" value={count} onChange={setCount} />
        <Button type="submit" isDisabled={many === 0}>
          {t('addCodes', { count: many })}
        </Button>
      </form>
    </section>
  );
}
