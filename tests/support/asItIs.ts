import type { Cleaning } from '../../core/capture/cleaning.ts';
import { WHOLE } from '../../core/capture/trueSize.ts';

/** Nothing is done to the page. */
export const AS_IT_IS: Cleaning = {
  quad: null,
  turn: 0,
  degrees: 0,
  crop: WHOLE,
  flatten: null,
  lightenRules: false,
  showThrough: false,
  redactions: [],
  cover: 'dark',
};
