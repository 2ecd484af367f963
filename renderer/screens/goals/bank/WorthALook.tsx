import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BankNote } from '../../../../core/goals/bank.ts';
import { newestByCode } from '../../../../core/kernel/versions.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import { GoalSymbol } from '../../../components/GoalSymbol.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { hrefTo, type BankView } from '../../../route.ts';
import { useBank } from './useBank.tsx';
import bankStyles from './Bank.module.css';
import styles from './Parts.module.css';

/** All that the team may look at, with the way to it. Nothing of it stops anyone. */
export function WorthALook(): ReactNode {
  const { t } = useTranslation('bank');
  const { notes } = useBank();
  if (notes === null) return <p className="empty quiet">{t('looking')}</p>;
  if (notes.length === 0) {
    return (
      <div className="empty">
        <Icon name="check" size={48} />
        <h2>{t('look_empty')}</h2>
        <p>{t('look_empty_hint')}</p>
      </div>
    );
  }
  return (
    <section className={styles.worthALook} aria-label={t('tabs.look')}>
      <p className="quiet">{t('look_lead')}</p>
      {[...Map.groupBy(notes, ({ kind }) => kind)].map(([kind, same]) => (
        <section key={kind} className={bankStyles.goalSection}>
          <h2>{t(`noteKinds.${kind}`)}</h2>
          <ul>
            {same.map((note) => (
              <Note key={note.message} note={note} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function Note({ note }: { note: BankNote }): ReactNode {
  const { bank, goals, symbols } = useGoals();
  const { sets } = useBank();
  const cards = newestByCode(bank.cards);
  const placeOf = (code: string): { view: BankView; symbol: string | null; words: string } => {
    const goal = goals.get(code);
    if (note.kind !== 'look-alike' && goal) return { view: 'goal', symbol: goal.symbol, words: goal.pupilText };
    const symbol = symbols.get(code);
    if (symbol) return { view: 'symbols', symbol: code, words: symbol.title };
    const card = cards.get(code);
    return card
      ? { view: 'cards', symbol: null, words: card.title }
      : { view: 'sets', symbol: null, words: sets.find((set) => set.code === code)?.name ?? code };
  };
  return (
    <li className={`card ${styles.noteRow}`}>
      <p>{note.message}</p>
      <div>
        {note.codes.map((code) => {
          const { view, symbol, words } = placeOf(code);
          return (
            <a key={code} href={hrefTo({ place: 'goals', part: 'bank', view, item: code })}>
              {symbol !== null && <GoalSymbol symbol={symbols.get(symbol)} size={32} />}
              <span className="child">{words}</span>
            </a>
          );
        })}
      </div>
    </li>
  );
}
