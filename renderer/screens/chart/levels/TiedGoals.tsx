import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Qualifier } from '../../../../core/chart/document.ts';
import { GoalSymbol } from '../../../components/GoalSymbol.tsx';
import { GoalPicker } from './GoalPicker.tsx';
import { useLevelsBank } from './LevelsBank.tsx';
import styles from './Levels.module.css';

/** The small steps that lead to a qualifier, as symbols under it; a press opens the choice. */
export function TiedGoals({ qualifier, onChange }: { qualifier: Qualifier; onChange: (qualifier: Qualifier) => void }): ReactNode {
  const { t } = useTranslation('levels');
  const bank = useLevelsBank();
  const [open, setOpen] = useState(false);
  if (bank === null) return null;
  const tied = (qualifier.goals ?? []).flatMap((code) => bank.goals.get(code) ?? []);
  const set = bank.sets.find(({ code }) => code === qualifier.skillSet);
  const none = tied.length === 0 && set === undefined;
  if (none && qualifier.kind === 'kept') return null;
  return (
    <>
      <button
        type="button"
        className={none ? `${styles.tied} ${styles.none}` : styles.tied}
        aria-label={none ? t('tie', { text: qualifier.text }) : t('tied', { text: qualifier.text, goals: tied.map(({ sayIt }) => sayIt).join(', ') })}
        onClick={() => setOpen(true)}
      >
        {tied.map(({ code, symbol, sayIt }) => (
          <span key={code} title={sayIt}>
            <GoalSymbol symbol={bank.symbols.get(symbol ?? '')} size={24} />
          </span>
        ))}
        {tied[0] !== undefined && tied.length === 1 && <span className="child">{tied[0].sayIt}</span>}
        {set && <small>{set.name}</small>}
        {none && <small>{t('tieShort')}</small>}
      </button>
      <GoalPicker qualifier={qualifier} open={open} onClose={() => setOpen(false)} onChange={onChange} />
    </>
  );
}
