import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Family, LAST_YEAR, type SkillSet } from '../../../../core/goals/goal.ts';
import { canonicalText } from '../../../../core/kernel/versions.ts';
import { goalsNow } from '../../../../core/goals/bank.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import { Button } from '../../../components/Button.tsx';
import { Choice, Pick, Text } from '../../../components/Fields.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { go } from '../../../route.ts';
import { retired } from './changes.ts';
import { useBank } from './useBank.tsx';
import styles from './Parts.module.css';

const TOP = '';

/** One skill set; its goals go with it into another family. */
export function SkillSetFields({ set, goals, onStep }: { set: SkillSet; goals: number; onStep: (by: -1 | 1) => void }): ReactNode {
  const { t } = useTranslation('bank');
  const { t: common } = useTranslation();
  const { bank } = useGoals();
  const { sets, save } = useBank();
  const [draft, setDraft] = useState(set);
  const change = (part: Partial<SkillSet>): void => setDraft((now) => ({ ...now, ...part }));
  const holds = sets.some(({ parent }) => parent === set.code);
  const places = holds ? [] : sets.filter(({ parent, code }) => parent === null && code !== set.code);
  const yearList = Array.from({ length: Math.max(LAST_YEAR, draft.yearTo) + 1 }, (_, year) => ({ value: String(year), label: t('year', { year }) }));
  const changed = canonicalText(draft) !== canonicalText(set);
  const keep = (): void => {
    const moving = draft.family === set.family ? [] : goalsNow(bank).filter(({ skillSet }) => skillSet === set.code);
    save([{ kind: 'skillSet', item: draft }, ...moving.map((goal) => ({ kind: 'goal' as const, item: { ...goal, family: draft.family } }))], t('setSaved'));
  };
  return (
    <form
      className={styles.setFields}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <Text label={t('setName')} value={draft.name} maxLength={60} onChange={(name) => change({ name })} />
      <Choice
        label={t('family')}
        value={draft.family}
        options={Family.options.map((value) => ({ value, label: t(`families.${value}`) }))}
        onChange={(family) => change({ family })}
      />
      <div className={styles.fieldPair}>
        <Pick
          label={t('yearFrom')}
          value={String(draft.yearFrom)}
          options={yearList}
          onChange={(year) => change({ yearFrom: Number(year), yearTo: Math.max(draft.yearTo, Number(year)) })}
        />
        <Pick
          label={t('yearTo')}
          value={String(draft.yearTo)}
          options={yearList}
          onChange={(year) => change({ yearTo: Number(year), yearFrom: Math.min(draft.yearFrom, Number(year)) })}
        />
      </div>
      <p className="quiet">{t('setYears_hint')}</p>
      <Pick
        label={t('nestedIn')}
        value={draft.parent ?? TOP}
        options={[{ value: TOP, label: t('onItsOwn') }, ...places.map(({ code, name }) => ({ value: code, label: name }))]}
        onChange={(parent) => change({ parent: parent === TOP ? null : parent })}
      />
      {holds && <p className="quiet">{t('holdsOthers')}</p>}
      <div className={styles.setDeeds}>
        <Button icon look="ghost" label={t('earlier')} onPress={() => onStep(-1)}>
          <Icon name="up" />
        </Button>
        <Button icon look="ghost" label={t('later')} onPress={() => onStep(1)}>
          <Icon name="down" />
        </Button>
        <Button
          isDisabled={goals > 0 || holds}
          onPress={() => save([retired({ kind: 'skillSet', item: set })], t('setRetired'), () => go({ place: 'goals', part: 'bank', view: 'sets' }))}
        >
          {t('retire')}
        </Button>
        <Button look="go" type="submit" isDisabled={!changed || draft.name.trim() === ''}>
          {common('save')}
        </Button>
      </div>
      {(goals > 0 || holds) && <p className="quiet">{t('retireWhenEmpty')}</p>}
    </form>
  );
}
