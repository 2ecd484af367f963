import { useId, type ReactNode } from 'react';

/** One of many: a list that opens. */
export function Pick<T extends string>({
  label,
  value,
  options,
  onChange,
  labelHidden = false,
}: {
  label: string;
  value: T;
  options: readonly { readonly value: T; readonly label: string }[];
  onChange: (value: T) => void;
  labelHidden?: boolean;
}): ReactNode {
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
