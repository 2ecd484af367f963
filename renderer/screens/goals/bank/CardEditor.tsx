import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SentenceCard } from '../../../../core/goals/goal.ts';
import { canonicalText } from '../../../../core/kernel/versions.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import { Button } from '../../../components/Button.tsx';
import { Text } from '../../../components/Fields.tsx';
import { GoalSymbol } from '../../../components/GoalSymbol.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { go } from '../../../route.ts';
import { GoalPicker } from './GoalPicker.tsx';
import { PrintButton } from './PrintButton.tsx';
import { retired } from './changes.ts';
import { useBank } from './useBank.tsx';
import styles from './Parts.module.css';

type Ingredient = SentenceCard['ingredients'][number];

/** A card with its title, its example and what goes into such a sentence; each part leads to the goals that teach it. */
export function CardEditor({ card }: { card: SentenceCard }): ReactNode {
  const { t } = useTranslation('bank');
  const { t: common } = useTranslation();
  const { save } = useBank();
  const [draft, setDraft] = useState(card);
  const changed = canonicalText(draft) !== canonicalText(card);
  const ready = draft.title.trim() !== '' && draft.ingredients.every(({ text }) => text.trim() !== '');
  const setIngredients = (ingredients: readonly Ingredient[]): void => setDraft((now) => ({ ...now, ingredients }));
  const setOne = (at: number, part: Partial<Ingredient>): void =>
    setIngredients(draft.ingredients.map((one, index) => (index === at ? { ...one, ...part } : one)));
  const keep = (status: SentenceCard['status'], message: string): void => save([{ kind: 'card', item: { ...draft, status } }], message);
  return (
    <div className={styles.cardEditor}>
      <div className={styles.partHead}>
        <PrintButton label={t('printPoster')} wish={(sheetSize) => ({ what: 'sentence-card', sheetSize, card: card.code })} />
        {changed && <span className="quiet">{t('printSaved')}</span>}
      </div>
      <Text child label={t('cardTitle')} value={draft.title} maxLength={80} onChange={(title) => setDraft({ ...draft, title })} />
      <Text child label={t('example')} lines={2} value={draft.example} maxLength={300} onChange={(example) => setDraft({ ...draft, example })} />
      <h3>{t('ingredients')}</h3>
      <ol className={styles.ingredientList}>
        {draft.ingredients.map((one, index) => (
          <li key={index}>
            <IngredientFields
              ingredient={one}
              at={index + 1}
              onChange={(part) => setOne(index, part)}
              onUp={index === 0 ? null : () => setIngredients(swapped(draft.ingredients, index - 1))}
              onRemove={() => setIngredients(draft.ingredients.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ol>
      <Button small onPress={() => setIngredients([...draft.ingredients, { text: '', goals: [] }])}>
        <Icon name="plus" size={16} />
        {t('addIngredient')}
      </Button>
      <div className="actions">
        <Button
          look="ghost"
          onPress={() => save([retired({ kind: 'card', item: card })], t('cardRetired'), () => go({ place: 'goals', part: 'bank', view: 'cards' }))}
        >
          {t('retire')}
        </Button>
        {card.status === 'draft' && (
          <Button isDisabled={!ready} onPress={() => keep('agreed', t('cardAgreed'))}>
            {t('agree')}
          </Button>
        )}
        <Button look="go" isDisabled={!changed || !ready} onPress={() => keep(draft.status, t('cardSaved'))}>
          {common('save')}
        </Button>
      </div>
    </div>
  );
}

function IngredientFields({
  ingredient,
  at,
  onChange,
  onUp,
  onRemove,
}: {
  ingredient: Ingredient;
  at: number;
  onChange: (part: Partial<Ingredient>) => void;
  onUp: (() => void) | null;
  onRemove: () => void;
}): ReactNode {
  const { t } = useTranslation('bank');
  const { goals, symbols } = useGoals();
  const [tying, setTying] = useState(ingredient.goals.length === 0);
  return (
    <div className={styles.ingredient}>
      <div className={styles.ingredientHead}>
        <Text child labelHidden label={t('ingredient', { at })} value={ingredient.text} maxLength={120} onChange={(text) => onChange({ text })} />
        <Button look="ghost" icon small label={t('ingredientUp', { at })} isDisabled={onUp === null} onPress={() => onUp?.()}>
          <Icon name="up" size={16} />
        </Button>
        <Button look="ghost" icon small label={t('ingredientOff', { at })} onPress={onRemove}>
          <Icon name="bin" size={16} />
        </Button>
      </div>
      <div className={styles.ingredientGoals}>
        {ingredient.goals.map((code) => (
          <button
            key={code}
            type="button"
            className={styles.goalTag}
            title={goals.get(code)?.pupilText ?? code}
            aria-label={t('takeOff', { what: goals.get(code)?.pupilText ?? code })}
            onClick={() => onChange({ goals: ingredient.goals.filter((one) => one !== code) })}
          >
            <GoalSymbol symbol={symbols.get(goals.get(code)?.symbol ?? '')} size={24} />
            <Icon name="close" size={12} />
          </button>
        ))}
        {!tying && (
          <Button small look="ghost" onPress={() => setTying(true)}>
            <Icon name="plus" size={14} />
            {t('tieGoal')}
          </Button>
        )}
      </div>
      {tying && (
        <GoalPicker
          label={t('tieGoal')}
          without={ingredient.goals}
          onPick={(code) => {
            onChange({ goals: [...ingredient.goals, code] });
            setTying(false);
          }}
        />
      )}
    </div>
  );
}

/** The list with the two at `at` and after it in the other order. */
function swapped<T>(list: readonly T[], at: number): T[] {
  return list.flatMap((one, index) => (index === at ? list.slice(at, at + 2).toReversed() : index === at + 1 ? [] : [one]));
}
