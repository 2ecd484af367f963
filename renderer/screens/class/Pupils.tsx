import { useState, type ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { spacesOf, type ClassList, type Pupil } from '../../../core/class/pupil.ts';
import { useApp } from '../../api/app.tsx';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { KeptText } from '../../components/Fields.tsx';
import { Icon } from '../../components/Icon.tsx';
import { PlaceChosen } from './PlaceChosen.tsx';
import { RemovePupil } from './RemovePupil.tsx';
import styles from './People.module.css';

interface PupilsProps {
  readonly list: ClassList;
  readonly then: (call: Promise<ClassList>) => Promise<boolean>;
}

/** Everyone in the class; those that are chosen get their year and space together. */
export function Pupils({ list, then }: PupilsProps): ReactNode {
  const { t } = useTranslation('people');
  const { t: common } = useTranslation();
  const { api, say } = useApp();
  const [forgetting, setForgetting] = useState(false);
  const [leaving, setLeaving] = useState<Pupil | null>(null);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const chosen = list.pupils.filter(({ id }) => picked.has(id));
  const isAll = chosen.length === list.pupils.length;
  const toggle = (id: string): void => setPicked((ids) => (ids.has(id) ? new Set([...ids].filter((one) => one !== id)) : new Set([...ids, id])));
  return (
    <>
      <div className="screen-head">
        <h2>{t('pupils', { count: list.pupils.length })}</h2>
        <Button small onPress={() => setPicked(new Set(isAll ? [] : list.pupils.map(({ id }) => id)))}>
          {t(isAll ? 'chooseNone' : 'chooseAll')}
        </Button>
        {list.names !== 'none' && (
          <Button small look="loss" onPress={() => setForgetting(true)}>
            {t('forget')} …
          </Button>
        )}
      </div>
      {chosen.length === 0 ? (
        <p className="quiet">{t('chooseHow')}</p>
      ) : (
        <PlaceChosen
          key={chosen.map(({ id }) => id).join(' ')}
          chosen={chosen}
          spaces={spacesOf(list.pupils)}
          then={then}
          onDone={() => setPicked(new Set())}
        />
      )}
      <ul className={styles.pupils}>
        {list.pupils.map((pupil) => (
          <li key={pupil.id}>
            <AriaButton
              className={styles.pupilPick!}
              aria-pressed={picked.has(pupil.id)}
              aria-label={t('choosePupil', { code: pupil.code })}
              onPress={() => toggle(pupil.id)}
            >
              <span className={styles.box}>{picked.has(pupil.id) && <Icon name="check" size={16} />}</span>
              <b>{pupil.code}</b>
            </AriaButton>
            <KeptText
              label={t('nameOf', { code: pupil.code })}
              labelHidden
              placeholder={t('noName')}
              value={pupil.name ?? ''}
              maxLength={80}
              onKeep={(kept) => void then(api.call('class.rename', { pupil: pupil.id, name: kept.trim() === '' ? null : kept }))}
            />
            <span className={`quiet ${styles.pupilPlace}`}>{placeOf(pupil, (year) => t('yearOf', { year }))}</span>
            <Button look="ghost" icon small label={t('removePupil', { code: pupil.code })} onPress={() => setLeaving(pupil)}>
              <Icon name="bin" size={18} />
            </Button>
          </li>
        ))}
      </ul>
      {leaving && (
        <RemovePupil
          pupil={leaving}
          onClose={() => setLeaving(null)}
          onYes={() => {
            setLeaving(null);
            void then(api.call('class.remove', { pupil: leaving.id })).then((done) => done && say(t('removed', { code: leaving.code })));
          }}
        />
      )}
      <Dialog title={t('forget')} open={forgetting} onClose={() => setForgetting(false)}>
        <p>{t('forgetAsk')}</p>
        <div className="actions">
          <Button onPress={() => setForgetting(false)}>{common('cancel')}</Button>
          <Button
            look="loss"
            onPress={() => {
              setForgetting(false);
              void then(api.call('class.forgetNames', {})).then((done) => done && say(t('forgotten')));
            }}
          >
            {t('forget')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}

const placeOf = ({ space, year }: Pupil, yearOf: (year: number) => string): string =>
  [...(year === null ? [] : [yearOf(year)]), ...(space === '' ? [] : [space])].join(' · ');
