import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';

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
      <div className="tiles" style={{ gridTemplateColumns: `repeat(${tiles.length}, minmax(0, 1fr))` }}>
        {tiles.map((tile) => (
          <Radio key={tile.value} value={tile.value} className={tile.off === true ? 'tile off' : 'tile'}>
            {tile.picture}
            <span className="tile-label">{tile.label}</span>
            {tile.fact !== undefined && <span className="tile-fact">{tile.fact}</span>}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
