import { USUAL_LONGEST } from '../../../../core/capture/uniformBoxes.ts';
import { useAnswer } from '../../../api/app.tsx';

/** Whether the class list holds names that can be read here, and how many letters its longest has. */
export function useClassNames(): { readonly known: boolean; readonly longest: number } {
  const { value: list } = useAnswer('class.list', {}, ['class.changed']);
  const lengths = list === null || list.names !== 'open' ? [] : list.pupils.flatMap(({ name }) => (name === null ? [] : [name.length]));
  return { known: lengths.length > 0, longest: lengths.length > 0 ? Math.max(...lengths) : USUAL_LONGEST };
}
