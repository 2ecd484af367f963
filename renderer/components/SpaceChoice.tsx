import type { ReactNode } from 'react';
import { Choice } from './Fields.tsx';
import styles from './SpaceChoice.module.css';

/** More than these don't stand side by side on a small screen. */
const SIDE_BY_SIDE = 5;

interface SpaceChoiceProps {
  readonly spaces: readonly string[];
  /** Empty: all of them. */
  readonly space: string;
  readonly label: string;
  readonly allLabel: string;
  readonly onChange: (space: string) => void;
}

/** One of the teacher's spaces, or all: side by side where they are few, else in a list that opens. */
export function SpaceChoice({ spaces, space, label, allLabel, onChange }: SpaceChoiceProps): ReactNode {
  if (spaces.length <= SIDE_BY_SIDE)
    return (
      <Choice
        label={label}
        labelHidden
        value={space}
        options={[{ value: '', label: allLabel }, ...spaces.map((value) => ({ value, label: value }))]}
        onChange={onChange}
      />
    );
  return <SpaceSelect spaces={spaces} space={space} label={label} allLabel={allLabel} onChange={onChange} />;
}

/** The same as a list that opens. */
export function SpaceSelect({ spaces, space, label, allLabel, onChange }: SpaceChoiceProps): ReactNode {
  return (
    <select className={`input ${styles.select}`} aria-label={label} value={space} onChange={(event) => onChange(event.target.value)}>
      <option value="">{allLabel}</option>
      {spaces.map((one) => (
        <option key={one} value={one}>
          {one}
        </option>
      ))}
    </select>
  );
}
