import { useId, useState, type ReactNode } from 'react';
import { Checkbox, Input, Label, Radio, RadioGroup, Slider, SliderOutput, SliderThumb, SliderTrack, TextArea, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon.tsx';
import styles from './Fields.module.css';

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly hint?: string;
  readonly lines?: number;
  readonly maxLength?: number;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
  /** The label is read out but not shown. */
  readonly labelHidden?: boolean;
  readonly child?: boolean;
}

export function Text({
  label,
  hint,
  lines,
  placeholder = '',
  labelHidden = false,
  child = false,
  required = false,
  autoFocus = false,
  ...field
}: TextProps): ReactNode {
  const look = child ? 'input child' : 'input';
  return (
    <TextField className="field" {...field} isRequired={required} autoFocus={autoFocus}>
      <Label className={labelHidden ? 'hidden-but-read' : ''}>{label}</Label>
      {lines === undefined ? (
        <Input className={look} placeholder={placeholder} autoComplete="off" />
      ) : (
        <TextArea className={look} rows={lines} placeholder={placeholder} autoComplete="off" />
      )}
      {hint !== undefined && <span className="quiet">{hint}</span>}
    </TextField>
  );
}

/** A word that nobody beside the teacher should read; it can be looked at before it is used. */
export function Secret({ label, hint, value, onChange, maxLength }: Pick<TextProps, 'label' | 'hint' | 'value' | 'onChange' | 'maxLength'>): ReactNode {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const limit = maxLength === undefined ? {} : { maxLength };
  return (
    <>
      <TextField className="field" type={shown ? 'text' : 'password'} value={value} onChange={onChange} {...limit}>
        <Label>{label}</Label>
        <Input className="input" autoComplete="off" />
        {hint !== undefined && <span className="quiet">{hint}</span>}
      </TextField>
      {value !== '' && <Check label={t('showSecret')} checked={shown} onChange={setShown} />}
    </>
  );
}

/** A text that is kept when the teacher leaves the field or presses Enter, and given back on Escape. */
export function KeptText({ value, onKeep, ...field }: Omit<TextProps, 'onChange'> & { onKeep: (value: string) => void }): ReactNode {
  const [draft, setDraft] = useState<string | null>(null);
  const keep = (): void => {
    if (draft !== null && draft !== value) onKeep(draft);
    setDraft(null);
  };
  return (
    <div
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (field.lines === undefined || event.ctrlKey)) keep();
        if (event.key === 'Escape') setDraft(null);
      }}
    >
      <Text {...field} value={draft ?? value} onChange={setDraft} />
    </div>
  );
}

export function Check({
  label,
  checked,
  onChange,
  disabled = false,
}: {
  label: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
}): ReactNode {
  return (
    <Checkbox className="check" isSelected={checked} onChange={onChange} isDisabled={disabled}>
      <span className="box">{checked && <Icon name="check" size={18} />}</span>
      <span>{label}</span>
    </Checkbox>
  );
}

interface OneOf<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  readonly labelHidden?: boolean;
}

/** One of a few, all of them in sight. */
export function Choice<T extends string>({ label, value, options, onChange, labelHidden = false }: OneOf<T>): ReactNode {
  return (
    <RadioGroup className="field" value={value} onChange={(chosen) => onChange(chosen as T)} orientation="horizontal">
      <Label className={labelHidden ? 'hidden-but-read' : 'label'}>{label}</Label>
      <div className="choice">
        {options.map((option) => (
          <Radio key={option.value} value={option.value}>
            {option.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

/** One of many: a list that opens. */
export function Pick<T extends string>({ label, value, options, onChange, labelHidden = false }: OneOf<T>): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label className={labelHidden ? 'hidden-but-read' : 'label'} htmlFor={id}>
        {label}
      </label>
      <select id={id} className="input" value={value} onChange={(event) => onChange(event.target.value as T)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

export function Slide({
  label,
  value,
  min,
  max,
  step,
  show,
  ends,
  onChange,
  onEnd,
}: {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  show: (value: number) => string;
  ends?: readonly [string, string];
  onChange: (value: number) => void;
  onEnd?: (value: number) => void;
}): ReactNode {
  return (
    <Slider className={styles.slider!} value={value} minValue={min} maxValue={max} step={step} onChange={onChange} {...(onEnd && { onChangeEnd: onEnd })}>
      <Label className="label">{label}</Label>
      <SliderOutput>{show(value)}</SliderOutput>
      <SliderTrack className={styles.track!}>
        <SliderThumb className={styles.thumb!} />
      </SliderTrack>
      {ends && (
        <span className={styles.ends} aria-hidden="true">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </span>
      )}
    </Slider>
  );
}
