import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SentenceCard } from '../../../../core/goals/goal.ts';
import { newestByCode } from '../../../../core/kernel/versions.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import { Button } from '../../../components/Button.tsx';
import { GoalSymbol } from '../../../components/GoalSymbol.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { go } from '../../../route.ts';
import { CardEditor } from './CardEditor.tsx';
import { years } from './Matrix.tsx';
import { newCode } from './newCode.ts';
import { useBank } from './useBank.tsx';
import bankStyles from './Bank.module.css';
import styles from './Parts.module.css';

const open = (item: string): void => go({ place: 'goals', part: 'bank', view: 'cards', item });

/** What makes a good sentence, year by year, as small posters; one is open to be changed. */
export function CardsView({ item }: { item?: string }): ReactNode {
  const { t } = useTranslation('bank');
  const { bank } = useGoals();
  const { save } = useBank();
  const cards = [...newestByCode(bank.cards).values()].filter(({ status }) => status !== 'retired').sort((a, b) => a.year - b.year);
  const chosen = cards.find(({ code }) => code === item);
  const add = (year: number): void => {
    const card: SentenceCard = {
      code: newCode(`good-sentence-${year}`),
      version: 1,
      status: 'draft',
      year,
      title: t('newCard', { year }),
      example: '',
      ingredients: [],
    };
    save([{ kind: 'card', item: card }], t('cardAdded'), () => open(card.code));
  };
  return (
    <div className={styles.twoParts}>
      <section className={styles.part} aria-label={t('tabs.cards')}>
        <ul className={styles.cardWall}>
          {years.map((year) => {
            const here = cards.filter((card) => card.year === year);
            return here.length === 0 ? (
              <li key={year} className={styles.cardGap}>
                <p className="quiet">{t('year', { year })}</p>
                <Button small onPress={() => add(year)}>
                  <Icon name="plus" size={16} />
                  {t('addCard')}
                </Button>
              </li>
            ) : (
              here.map((card) => (
                <li key={card.code}>
                  <Poster card={card} chosen={card.code === item} />
                </li>
              ))
            );
          })}
        </ul>
      </section>
      <section className={`${styles.part} card`}>
        {chosen === undefined ? (
          <div className="empty">
            <Icon name="paper" size={48} />
            <h2>{t('cards_empty')}</h2>
            <p>{t('cards_empty_hint')}</p>
          </div>
        ) : (
          <CardEditor key={`${chosen.code} ${chosen.version}`} card={chosen} />
        )}
      </section>
    </div>
  );
}

function Poster({ card, chosen }: { card: SentenceCard; chosen: boolean }): ReactNode {
  const { t } = useTranslation('bank');
  const { goals, symbols } = useGoals();
  return (
    <button
      type="button"
      className={chosen ? `${styles.poster} card ${styles.chosen}` : `${styles.poster} card`}
      aria-pressed={chosen}
      onClick={() => open(card.code)}
    >
      <i className={bankStyles.chip}>{t('year', { year: card.year })}</i>
      <b className="child">{card.title}</b>
      <span className={`${styles.example} child`}>{card.example}</span>
      <span className={`${styles.ingredients} child`}>
        {card.ingredients.map(({ text, goals: codes }) => (
          <span key={text}>
            <GoalSymbol symbol={symbols.get(goals.get(codes[0] ?? '')?.symbol ?? '')} size={22} />
            {text}
          </span>
        ))}
      </span>
    </button>
  );
}
