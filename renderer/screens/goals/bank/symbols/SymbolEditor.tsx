import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { GoalSymbol as Drawing } from '../../../../../core/goals/goal.ts';
import { historyOf } from '../../../../../core/kernel/versions.ts';
import { useGoals } from '../../../../api/useGoals.tsx';
import { Button } from '../../../../components/Button.tsx';
import { Text } from '../../../../components/Fields.tsx';
import { GoalSymbol } from '../../../../components/GoalSymbol.tsx';
import { Icon } from '../../../../components/Icon.tsx';
import { useBank } from '../useBank.tsx';
import { newCode } from '../newCode.ts';
import { DrawingPad } from './DrawingPad.tsx';
import { inked, nearestSymbol } from './nearestSymbol.ts';
import styles from './Symbols.module.css';

const MOST_STROKES = 6;

/** Draws a symbol by hand, new or anew: a new drawing is a new version, the old ones stay to be seen. */
export function SymbolEditor({ symbol, onSaved }: { symbol: Drawing | null; onSaved: (code: string) => void }): ReactNode {
  const { t } = useTranslation('bank');
  const { t: common } = useTranslation();
  const { bank, symbols } = useGoals();
  const { save } = useBank();
  const [strokes, setStrokes] = useState<readonly string[]>(symbol?.strokes ?? []);
  const [title, setTitle] = useState(symbol?.title ?? '');
  const [recipe, setRecipe] = useState(symbol?.recipe ?? '');
  const others = useMemo(() => inked([...symbols.values()].filter(({ code, status }) => status !== 'retired' && code !== symbol?.code)), [symbols, symbol]);
  const alike = useMemo(() => nearestSymbol(strokes, others), [strokes, others]);
  const isLetter = /^[\p{L}\p{N}]$/u.test(title.trim());
  const ready = strokes.length > 0 && title.trim() !== '' && recipe.trim() !== '';
  const write = (drawing: Omit<Drawing, 'code' | 'version' | 'status'>): void => {
    const code = symbol?.code ?? newCode(drawing.title.toLowerCase());
    save([{ kind: 'symbol', item: { code, version: 1, status: 'agreed', ...drawing } }], t('symbolSaved'), () => onSaved(code));
  };
  const earlier = symbol === null ? [] : historyOf(bank.symbols, symbol.code).filter(({ version }) => version !== symbol.version);
  return (
    <section className={styles.symbolEditor} aria-label={symbol === null ? t('newSymbol') : symbol.title}>
      <h2>{symbol === null ? t('newSymbol') : symbol.title}</h2>
      <div className={styles.padRow}>
        <DrawingPad strokes={strokes} full={strokes.length >= MOST_STROKES} onStroke={(path) => setStrokes((drawn) => [...drawn, path])} />
        <div className={styles.padSide}>
          <p role="status">
            {t('strokes', { count: strokes.length, most: MOST_STROKES })}
            {strokes.length >= MOST_STROKES && ` ${t('strokesFull')}`}
          </p>
          <Button small isDisabled={strokes.length === 0} onPress={() => setStrokes(strokes.slice(0, -1))}>
            <Icon name="undo" size={16} />
            {t('undoStroke')}
          </Button>
          <Button small isDisabled={strokes.length === 0} onPress={() => setStrokes([])}>
            {t('clearPad')}
          </Button>
          <p className="quiet">{t('real_size')}</p>
          <GoalSymbol symbol={{ code: 'now', version: 1, status: 'draft', title: t('real_size'), recipe: '', strokes }} size={45} />
        </div>
      </div>
      <div aria-live="polite" className={styles.padNotes}>
        {alike && (
          <p className={styles.alike}>
            <GoalSymbol symbol={alike} size={36} />
            {t('alike', { title: alike.title })}
          </p>
        )}
        {isLetter && <p className={styles.alike}>{t('letter')}</p>}
      </div>
      <p className="quiet">{t('pad_lead')}</p>
      <Text label={t('symbolTitle')} value={title} maxLength={80} onChange={setTitle} />
      <Text label={t('recipe')} hint={t('recipe_hint')} lines={2} value={recipe} maxLength={300} onChange={setRecipe} />
      <div className="actions">
        <Button look="go" isDisabled={!ready} onPress={() => write({ title, recipe, strokes })}>
          {common('save')}
        </Button>
      </div>
      {earlier.length > 0 && (
        <>
          <h3>{t('earlierDrawings')}</h3>
          <ul className={styles.earlierDrawings}>
            {earlier.toReversed().map((drawing) => (
              <li key={drawing.version + drawing.title}>
                <GoalSymbol symbol={drawing} size={48} />
                <span>{t('version', { version: drawing.version })}</span>
                <Button small onPress={() => write({ title: drawing.title, recipe: drawing.recipe, strokes: drawing.strokes })}>
                  {t('drawAgain')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
