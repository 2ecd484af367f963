import { bank } from './bank.ts';
import { taskHandouts } from './taskHandouts.ts';
import { clean } from './clean.ts';
import { collect } from './collect.ts';
import { common } from './common.ts';
import { confer } from './confer.ts';
import { design } from './design.ts';
import { keys } from './keys.ts';
import { goalClass } from './goalClass.ts';
import { goals } from './goals.ts';
import { groups } from './groups.ts';
import { home } from './home.ts';
import { lessons } from './lessons.ts';
import { levels } from './levels.ts';
import { lineUp } from './lineUp.ts';
import { handouts } from './handouts.ts';
import { people } from './people.ts';
import { place } from './place.ts';
import { present } from './present.ts';
import { print } from './print.ts';
import { session } from './session.ts';
import { settings } from './settings.ts';
import { sharing } from './sharing.ts';
import { tomorrow } from './tomorrow.ts';

/** All words of the app in English, one file a screen. */
export const words = {
  bank,
  taskHandouts,
  clean,
  collect,
  common,
  confer,
  design,
  goalClass,
  goals,
  keys,
  groups,
  home,
  lessons,
  levels,
  lineUp,
  handouts,
  people,
  place,
  present,
  print,
  session,
  settings,
  sharing,
  tomorrow,
} as const;
