import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { design } from '../../../words/en/design.ts';
import styles from './DesignPanels.module.css';

type ColourName = keyof typeof design.colours;

/** Inks for words and lines: contrast 7 or more on white. */
export const INKS: readonly (readonly [ColourName, string])[] = [
  ['ink', '#1f2430'],
  ['slate', '#4a5161'],
  ['green', '#0f4a37'],
  ['blue', '#1a3f8f'],
  ['amber', '#6b4000'],
  ['red', '#8a1f18'],
];

/** Grounds: dark ink reads on all of them. */
export const GROUNDS: readonly (readonly [ColourName, string | null])[] = [
  ['none', null],
  ['white', '#ffffff'],
  ['sand', '#fcf8ee'],
  ['wheat', '#fbf0dc'],
  ['clay', '#f7e8d7'],
  ['sage', '#e8ebdd'],
  ['mint', '#dde9e3'],
  ['sky', '#e2ecf8'],
];

/** A colour out of a few; the one in use is shown too where it is none of them. */
export function Swatches({
  label,
  value,
  colours,
  onChange,
}: {
  label: string;
  value: string | null;
  colours: readonly (readonly [ColourName, string | null])[];
  onChange: (colour: string | null) => void;
}): ReactNode {
  const { t } = useTranslation('design');
  const shown = colours.some(([, colour]) => colour === value) ? colours : [...colours, ['own', value] as const];
  return (
    <RadioGroup
      className={`field ${styles.swatches}`}
      value={value ?? 'none'}
      onChange={(chosen) => onChange(chosen === 'none' ? null : chosen)}
      orientation="horizontal"
    >
      <Label className="label">{label}</Label>
      <div>
        {shown.map(([name, colour]) => (
          <Radio
            key={name}
            value={colour ?? 'none'}
            aria-label={t(`colours.${name}`)}
            className={colour === null ? `${styles.swatch} ${styles.none}` : styles.swatch!}
            style={{ backgroundColor: colour ?? 'transparent' }}
          />
        ))}
      </div>
    </RadioGroup>
  );
}
