import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import styles from './PrintPanel.module.css';

export interface Tile<T extends string> {
  readonly value: T;
  readonly picture: ReactNode;
  readonly label: string;
  readonly fact?: string;
  readonly off?: boolean;
}

/** One of a few, each with a picture that explains it. */
export function Tiles<T extends string>({
  label,
  value,
  tiles,
  onChange,
}: {
  label: string;
  value: T;
  tiles: readonly Tile<T>[];
  onChange: (value: T) => void;
}): ReactNode {
  return (
    <RadioGroup className="field" value={value} onChange={(chosen) => onChange(chosen as T)} orientation="horizontal">
      <Label className="label">{label}</Label>
      <div className={styles.tiles} style={{ gridTemplateColumns: `repeat(${tiles.length}, minmax(0, 1fr))` }}>
        {tiles.map((tile) => (
          <Radio key={tile.value} value={tile.value} className={tile.off === true ? `${styles.tile} ${styles.off}` : styles.tile!}>
            {tile.picture}
            <span className={styles.tileLabel}>{tile.label}</span>
            {tile.fact !== undefined && <span>{tile.fact}</span>}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
