import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LINE_HEIGHTS } from '../../../../core/handouts/answerSheet.ts';
import { Check, Choice } from '../../../components/Fields.tsx';
import { LabelSheetPicker } from '../../../components/LabelSheetPicker.tsx';
import { Millimetres } from '../../../components/Millimetres.tsx';
import type { TaskHandoutChoice } from './taskHandoutChoice.ts';

interface SettingsProps {
  readonly choice: TaskHandoutChoice;
  /** For how many pupils it is known what comes next. */
  readonly known: number;
  readonly onChange: (change: Partial<TaskHandoutChoice>) => void;
}

/** What of the chosen paper can be said otherwise. */
export function TaskHandoutSettings({ choice, known, onChange }: SettingsProps): ReactNode {
  const { t } = useTranslation('taskHandouts');
  const { t: handouts } = useTranslation('handouts');
  return (
    <>
      {choice.what === 'labels' ? (
        <LabelSheetPicker sheet={choice.sheet} from={choice.from} onChange={(sheet, from) => onChange({ sheet, from })} />
      ) : (
        <Choice
          label={handouts('sheetSize')}
          value={choice.sheetSize}
          options={(['A4', 'Letter'] as const).map((value) => ({ value, label: value }))}
          onChange={(sheetSize) => onChange({ sheetSize })}
        />
      )}
      {choice.what === 'answer-sheets' && <AnswerSheetSettings choice={choice} onChange={onChange} />}
      {choice.what === 'slips' && known > 0 && (
        <div>
          <Check label={t('withNext')} checked={choice.withNext} onChange={(withNext) => onChange({ withNext })} />
          <p className="quiet">{t('withNext_hint', { count: known })}</p>
        </div>
      )}
      {choice.what === 'mini-chart' && (
        <Choice
          label={t('look')}
          value={choice.look}
          options={(['colour', 'grey'] as const).map((value) => ({ value, label: t(`looks.${value}`) }))}
          onChange={(look) => onChange({ look })}
        />
      )}
      {choice.what === 'labels' && (
        <>
          <Choice
            label={t('on')}
            value={choice.on}
            options={(['codes', 'blank'] as const).map((value) => ({ value, label: t(`labelKinds.${value}`) }))}
            onChange={(on) => onChange({ on })}
          />
          {choice.on === 'blank' && <HowMany most={400} choice={choice} onChange={onChange} />}
        </>
      )}
    </>
  );
}

function AnswerSheetSettings({ choice, onChange }: Pick<SettingsProps, 'choice' | 'onChange'>): ReactNode {
  const { t } = useTranslation('taskHandouts');
  return (
    <>
      <div>
        <Choice
          label={t('lines')}
          value={String(choice.lineHeight)}
          options={LINE_HEIGHTS.map((height) => ({ value: String(height), label: t('mm', { height }) }))}
          onChange={(height) => onChange({ lineHeight: Number(height) })}
        />
        <p className="quiet">{t('lines_hint')}</p>
      </div>
      <Choice
        label={t('who')}
        value={choice.who}
        options={(['class', 'numbers'] as const).map((value) => ({ value, label: t(`whos.${value}`) }))}
        onChange={(who) => onChange({ who })}
      />
      {choice.who === 'numbers' && (
        <>
          <HowMany most={200} choice={choice} onChange={onChange} />
          <p className="quiet">{t('who_hint')}</p>
        </>
      )}
    </>
  );
}

function HowMany({ most, choice, onChange }: Pick<SettingsProps, 'choice' | 'onChange'> & { most: number }): ReactNode {
  const { t } = useTranslation('taskHandouts');
  return <Millimetres label={t('count')} value={Math.min(most, choice.count)} min={1} max={most} onKeep={(count) => onChange({ count: Math.round(count) })} />;
}
