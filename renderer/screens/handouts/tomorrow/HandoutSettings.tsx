import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { bookNames, type ChartsPerSheet } from '../../../../core/handouts/stickerCharts.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import { Choice, Pick } from '../../../components/Fields.tsx';
import { LabelSheetPicker } from '../../../components/LabelSheetPicker.tsx';
import { Millimetres } from '../../../components/Millimetres.tsx';
import { hasDate, hasNames, isForPage, type HandoutChoice } from './handoutChoice.ts';

interface SettingsProps {
  readonly choice: HandoutChoice;
  readonly names: boolean;
  /** The class list has names that can be read here. */
  readonly canName: boolean;
  /** How many pupils have another goal than was printed last. */
  readonly changed: number;
  readonly onChange: (change: Partial<HandoutChoice>) => void;
}

/** What of the chosen paper can be said otherwise; nothing else is shown. */
export function HandoutSettings({ choice, names, canName, changed, onChange }: SettingsProps): ReactNode {
  const { t } = useTranslation('tomorrow');
  const { t: handouts } = useTranslation('handouts');
  const { what } = choice;
  return (
    <>
      {hasDate(what) && (
        <label className="field">
          <span className="label">{t('date')}</span>
          <input
            className="input"
            type="date"
            autoComplete="off"
            value={choice.date}
            onChange={({ target }) => target.value !== '' && onChange({ date: target.value })}
          />
        </label>
      )}
      {what === 'labels' ? (
        <LabelSheetPicker sheet={choice.sheet} from={choice.from} onChange={(sheet, from) => onChange({ sheet, from })} />
      ) : (
        <Choice
          label={handouts('sheetSize')}
          value={choice.sheetSize}
          options={[plain('A4'), plain('Letter')]}
          onChange={(sheetSize) => onChange({ sheetSize })}
        />
      )}
      {what === 'sticker-charts' && <ChartSettings choice={choice} onChange={onChange} />}
      {what === 'observation' && <AboutGoal chosen={choice.goal} onChoose={(goal) => onChange({ goal })} />}
      {isForPage(what) && changed > 0 && (
        <Choice
          label={t('who')}
          value={choice.who}
          options={(['all', 'changed'] as const).map((value) => ({ value, label: t(`whos.${value}`) }))}
          onChange={(who) => onChange({ who })}
        />
      )}
      {hasNames(what) && canName && (
        <Choice
          label={t('names')}
          value={names ? 'names' : 'codes'}
          options={(['codes', 'names'] as const).map((value) => ({ value, label: t(`namings.${value}`) }))}
          onChange={(naming) => onChange({ naming })}
        />
      )}
      {!hasNames(what) && what !== 'observation' && <p className="quiet">{t('codesOnly')}</p>}
    </>
  );
}

function ChartSettings({ choice, onChange }: Pick<SettingsProps, 'choice' | 'onChange'>): ReactNode {
  const { t } = useTranslation('tomorrow');
  return (
    <>
      <Choice
        label={t('book')}
        value={choice.book}
        options={bookNames.map((value) => ({ value, label: t(`books.${value}`) }))}
        onChange={(book) => onChange({ book })}
      />
      <Choice
        label={t('perSheet')}
        value={String(choice.perSheet)}
        options={['1', '2', '3', '4'].map(plain)}
        onChange={(perSheet) => onChange({ perSheet: Number(perSheet) as ChartsPerSheet })}
      />
      <Millimetres label={t('boxes')} value={choice.boxes} min={3} max={40} onKeep={(boxes) => onChange({ boxes: Math.round(boxes) })} />
    </>
  );
}

/** The goals that somebody works on now: a visit is about one of them. */
function AboutGoal({ chosen, onChoose }: { chosen: string | null; onChoose: (goal: string | null) => void }): ReactNode {
  const { t } = useTranslation('tomorrow');
  const { pupils, states, goals } = useGoals();
  const active = [...new Set(pupils.flatMap(({ id }) => (states.get(id)?.active ?? []).map(({ goal }) => goal)))];
  return (
    <Pick
      label={t('goal')}
      value={chosen ?? ''}
      options={[{ value: '', label: t('anyGoal') }, ...active.map((code) => ({ value: code, label: goals.get(code)?.pupilText ?? '' }))]}
      onChange={(goal) => onChoose(goal === '' ? null : goal)}
    />
  );
}

const plain = <T extends string>(value: T): { value: T; label: T } => ({ value, label: value });
