import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClassList, Pupil } from '../../../core/class/pupil.ts';
import { useApp } from '../../api/app.tsx';
import { Button } from '../../components/Button.tsx';
import { Pick } from '../../components/Fields.tsx';
import { placings, type Placing } from './placings.ts';
import styles from './People.module.css';

/** The years a school has, from the first months on. */
const years = Array.from({ length: 14 }, (_, year) => year);
const LEAVE = 'leave';
const NOBODY_SAID = 'none';

interface PlaceChosenProps {
  readonly chosen: readonly Pupil[];
  /** The spaces that are known already. */
  readonly spaces: readonly string[];
  readonly then: (call: Promise<ClassList>) => Promise<boolean>;
  readonly onDone: () => void;
}

/** Year and space for everyone who is chosen, in one go; what isn't touched stays as it is for each of them. */
export function PlaceChosen({ chosen, spaces, then, onDone }: PlaceChosenProps): ReactNode {
  const { t } = useTranslation('people');
  const { api, say } = useApp();
  const [year, setYear] = useState(() => {
    const same = shared(chosen.map((pupil) => pupil.year));
    return same === undefined ? LEAVE : same === null ? NOBODY_SAID : String(same);
  });
  const [space, setSpace] = useState(() => shared(chosen.map((pupil) => pupil.space)) ?? null);

  async function place(list: readonly Placing[]): Promise<void> {
    for (const one of list) await then(api.call('class.place', one));
  }
  async function keep(): Promise<void> {
    const before = placings(chosen, {});
    await place(
      placings(chosen, { ...(year !== LEAVE && { year: year === NOBODY_SAID ? null : Number(year) }), ...(space !== null && { space: space.trim() }) }),
    );
    say(t('placed', { count: chosen.length }), () => void place(before));
    onDone();
  }
  return (
    <form
      className={`${styles.placeChosen} tip`}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <b>{t('chosen', { count: chosen.length })}</b>
      <Pick
        label={t('year')}
        value={year}
        options={[
          ...(year === LEAVE ? [{ value: LEAVE, label: t('asItIs') }] : []),
          { value: NOBODY_SAID, label: t('noYear') },
          ...years.map((one) => ({ value: String(one), label: t('yearOf', { year: one }) })),
        ]}
        onChange={setYear}
      />
      <label className="field">
        <span className="label">{t('space')}</span>
        <input
          className="input"
          list="spaces"
          maxLength={60}
          value={space ?? ''}
          placeholder={t(space === null ? 'asItIs' : 'spaceLike')}
          onChange={(event) => setSpace(event.target.value)}
        />
        <datalist id="spaces">
          {spaces.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      </label>
      <Button look="go" type="submit">
        {t('keepPlace')}
      </Button>
      <Button look="ghost" onPress={onDone}>
        {t('chooseNone')}
      </Button>
    </form>
  );
}

/** What is the same for all; undefined where they differ. */
const shared = <T,>(values: readonly T[]): T | undefined => (values.every((value) => value === values[0]) ? values[0] : undefined);
