import { clean } from './clean.ts';
import { collect } from './collect.ts';
import { common } from './common.ts';
import { design } from './design.ts';
import { goals } from './goals.ts';
import { home } from './home.ts';
import { levels } from './levels.ts';
import { lineUp } from './lineUp.ts';
import { people } from './people.ts';
import { present } from './present.ts';
import { print } from './print.ts';
import { settings } from './settings.ts';

/** All words of the app in English, one file a screen. */
export const words = { clean, collect, common, design, goals, home, levels, lineUp, people, present, print, settings } as const;
