import type { ReactNode } from 'react';
import { Button, Group, Input, Label, NumberField, Text } from 'react-aria-components';
import { Icon } from './Icon.tsx';
import styles from './Millimetres.module.css';

interface MillimetresProps {
  readonly label: string;
  /** In mm, as `min`, `max` and `step` are. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly hint?: string;
  readonly disabled?: boolean;
  /** Called when the teacher leaves the field, presses Enter, or steps. */
  readonly onKeep: (value: number) => void;
}

/** A length, to be typed or stepped; a comma or a point before the tenths, as the teacher's country has it. */
export function Millimetres({ label, value, min, max, step = 1, hint, disabled = false, onKeep }: MillimetresProps): ReactNode {
  // The field rounds what it shows to its steps; the document keeps what it has until a person types.
  const shown = Math.round(value * 10) / 10;
  return (
    <NumberField
      className={`field ${styles.millimetres}`}
      value={shown}
      minValue={min}
      maxValue={max}
      isDisabled={disabled}
      formatOptions={{ maximumFractionDigits: 1, useGrouping: false }}
      onChange={(next) => {
        if (Number.isFinite(next) && next !== shown) onKeep(next);
      }}
      step={0.1}
    >
      <Label className="label">{label}</Label>
      <Group className={styles.stepped!}>
        <Button
          slot={null}
          aria-label={`${label} −${step}`}
          excludeFromTabOrder
          isDisabled={disabled || shown <= min}
          onPress={() => onKeep(Math.max(min, shown - step))}
        >
          <Icon name="minus" size={16} />
        </Button>
        <Input className="input" autoComplete="off" />
        <Button
          slot={null}
          aria-label={`${label} +${step}`}
          excludeFromTabOrder
          isDisabled={disabled || shown >= max}
          onPress={() => onKeep(Math.min(max, shown + step))}
        >
          <Icon name="plus" size={16} />
        </Button>
      </Group>
      {hint !== undefined && (
        <Text slot="description" className="quiet">
          {hint}
        </Text>
      )}
    </NumberField>
  );
}
