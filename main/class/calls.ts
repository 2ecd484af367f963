import type { classCalls } from '../../core/contract/classCalls.ts';
import type { Handlers } from '../../core/contract/contract.ts';
import type { Library } from '../library/library.ts';
import * as list from './classList.ts';

/** The calls of the class list. */
export function classHandlers(library: () => Library): Handlers<typeof classCalls> {
  const changed = <A>(answer: A) => ({ answer, told: { 'class.changed': {} } }) as const;
  return {
    'class.list': () => list.classList(library()),
    'class.add': ({ names }) => changed(list.addPupils(library(), names)),
    'class.rename': ({ pupil, name }) => changed(list.renamePupil(library(), pupil, name)),
    'class.place': ({ pupils, space, year }) => changed(list.placePupils(library(), pupils, space, year)),
    'class.remove': ({ pupil }) => ({ answer: list.removePupil(library(), pupil), told: { 'class.changed': {}, 'goals.changed': { pupil: null } } }),
    'class.forgetNames': () => changed(list.forgetNames(library())),
  };
}
