import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Judge, MOST_JUDGES } from '../../../../core/ranking/voteLog.ts';
import { useApp } from '../../../api/app.tsx';
import type { Ranking } from '../../../api/useRanking.ts';
import type { Wall } from '../../../api/useWall.ts';
import { Button } from '../../../components/Button.tsx';
import { KeptText, Text } from '../../../components/Fields.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { KeyCaps } from './KeyCaps.tsx';
import styles from './TwoByTwo.module.css';

/** What is looked at, and who looks. */
export function TeamPanel({ wall, ranking, looks, onStart }: { wall: Wall; ranking: Ranking; looks: number; onStart: () => void }): ReactNode {
  const { t } = useTranslation('session');
  const { api, complain } = useApp();
  const [name, setName] = useState('');
  const { judges } = ranking;
  const known = Judge.safeParse(name);
  const isNew = known.success && !judges.includes(known.data);
  const isFull = judges.length >= MOST_JUDGES;
  const add = (): void => {
    if (known.success && isNew && !isFull) ranking.setTeam([...judges, known.data]);
    setName('');
  };
  const keepFocus = (focus: string): void => {
    const { id: task, ...wording } = wall.task;
    api.call('tasks.change', { ...wording, task, focus }).then(wall.reload, complain);
  };
  return (
    <main className={`screen ${styles.team}`}>
      <div className={styles.teamWords}>
        <h1>{t('title')}</h1>
        <p>{t('how')}</p>
        <KeptText label={t('focus')} hint={looks > 0 ? t('focus_later') : t('focus_hint')} value={wall.task.focus} maxLength={120} onKeep={keepFocus} />
      </div>
      <section className={`card ${styles.who}`} aria-label={t('who')}>
        <h2>{t('who')}</h2>
        <ul>
          {judges.map((judge, teacher) => (
            <li key={judge} data-teacher={teacher}>
              <b>{judge}</b>
              <KeyCaps teacher={teacher} teachers={judges.length} />
              <Button icon small look="ghost" label={t('leaves', { name: judge })} onPress={() => ranking.setTeam(judges.filter((one) => one !== judge))}>
                <Icon name="close" size={18} />
              </Button>
            </li>
          ))}
        </ul>
        {isFull ? (
          <p className="quiet">{t('full')}</p>
        ) : (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              add();
            }}
          >
            <Text label={t('name')} hint={t('name_hint')} value={name} onChange={setName} maxLength={40} autoFocus />
            <Button type="submit" isDisabled={!isNew}>
              {t('add')}
            </Button>
          </form>
        )}
        <Button look="go" isDisabled={judges.length === 0} onPress={onStart}>
          {looks === 0 ? t('start') : t('goOn')}
        </Button>
      </section>
    </main>
  );
}
