import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Qualifier } from '../../../../core/chart/document.ts';
import { nearGoals } from '../../../../core/goals/bridge.ts';
import type { Goal } from '../../../../core/goals/goal.ts';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { Pick, Text } from '../../../components/Fields.tsx';
import { GoalSymbol } from '../../../components/GoalSymbol.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { useLevelsBank } from './LevelsBank.tsx';
import styles from './Levels.module.css';

/** As many as a qualifier can carry. */
const MOST = 6;
const NEAR = 6;
const FOUND = 20;

interface GoalPickerProps {
  readonly qualifier: Qualifier;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onChange: (qualifier: Qualifier) => void;
}

/** Ties a qualifier to the small steps that lead to it: those of near words are proposed first, the whole bank is a search away. */
export function GoalPicker({ qualifier, open, onClose, onChange }: GoalPickerProps): ReactNode {
  const { t } = useTranslation('levels');
  const { t: common } = useTranslation();
  const bank = useLevelsBank();
  const [search, setSearch] = useState('');
  if (bank === null) return null;
  const { goals: tied = [], skillSet, ...rest } = qualifier;
  const { text } = rest;
  const retie = (goals: readonly string[], set: string | undefined): void => {
    onChange({ ...rest, ...(goals.length > 0 && { goals: [...goals] }), ...(set !== undefined && { skillSet: set }) });
  };
  const toggle = (code: string): void => retie(tied.includes(code) ? tied.filter((one) => one !== code) : [...tied, code], skillSet);
  const chosen = tied.flatMap((code) => bank.goals.get(code) ?? []);
  const offered = (search.trim() === '' ? nearGoals(text, bank.inUse, NEAR) : found(bank.inUse, search)).filter(({ code }) => !tied.includes(code));
  const row = (goal: Goal): ReactNode => (
    <li key={goal.code}>
      <button
        type="button"
        role="checkbox"
        aria-checked={tied.includes(goal.code)}
        disabled={!tied.includes(goal.code) && tied.length >= MOST}
        onClick={() => toggle(goal.code)}
      >
        <GoalSymbol symbol={bank.symbols.get(goal.symbol ?? '')} size={40} />
        <span>
          <b className="child">{goal.pupilText}</b>
          <small>{bank.sets.find(({ code }) => code === goal.skillSet)?.name}</small>
        </span>
        {tied.includes(goal.code) && <Icon name="check" />}
      </button>
    </li>
  );
  return (
    <Dialog title={t('pick', { text })} open={open} onClose={onClose}>
      <p className="quiet">{t('pick_hint')}</p>
      {chosen.length > 0 && (
        <ul className={styles.pickGoals} aria-label={t('picked')}>
          {chosen.map(row)}
        </ul>
      )}
      <Text label={t('searchGoals')} labelHidden placeholder={t('searchGoals')} value={search} onChange={setSearch} />
      <h3>{search.trim() === '' ? t('near') : t('found', { count: offered.length })}</h3>
      {offered.length === 0 && <p className="quiet">{t('noneNear')}</p>}
      <ul className={styles.pickGoals}>{offered.map(row)}</ul>
      <Pick
        label={t('wholeSkill')}
        value={skillSet ?? ''}
        options={[{ value: '', label: t('noSkill') }, ...bank.sets.map(({ code, name }) => ({ value: code, label: name }))]}
        onChange={(chosen) => retie(tied, chosen === '' ? undefined : chosen)}
      />
      <div className="actions">
        <Button look="go" onPress={onClose}>
          {common('done')}
        </Button>
      </div>
    </Dialog>
  );
}

/** Goals with all the words somewhere in what pupil and teacher read. */
function found(goals: readonly Goal[], search: string): Goal[] {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean);
  const says = ({ code, pupilText, sayIt, lookFor, model }: Goal): string => [code, pupilText, sayIt, lookFor, model].join(' ').toLowerCase();
  return goals.filter((goal) => wanted.every((word) => says(goal).includes(word))).slice(0, FOUND);
}
