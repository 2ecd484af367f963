import { useSyncExternalStore } from 'react';
import { Steps, type Step } from '../core/chart/wall.ts';

/** The parts of the goals, in the order of a day. */
export const goalParts = ['confer', 'class', 'tomorrow', 'groups', 'lessons', 'bank'] as const;
export type GoalPart = (typeof goalParts)[number];

/** What the goal bank shows: the whole as a picture, or one kind of thing in it. */
export const bankViews = ['map', 'goal', 'symbols', 'sets', 'cards', 'look'] as const;
export type BankView = (typeof bankViews)[number];

/** Where the teacher is; kept in the address after `#`, so that back and reload work. */
export type Route =
  | { readonly place: 'home' }
  | { readonly place: 'class' }
  | { readonly place: 'settings' }
  /** `view` and `item` (the code of what is open in it) belong to the goal bank. */
  | { readonly place: 'goals'; readonly part: GoalPart; readonly pupil?: string; readonly view?: BankView; readonly item?: string }
  /** Placing writing on a wall's chart: of this pupil, or, at the pupil's turn, of whoever taps their own word. */
  | { readonly place: 'place'; readonly wall: string; readonly pupil?: string; readonly turn?: true }
  /** What is printed for a class and a wall's task. */
  | { readonly place: 'handouts'; readonly wall: string }
  /** `paper`: the one that someone comes for. `twoByTwo`: a team lines the papers up by comparing them. */
  | { readonly place: 'wall'; readonly wall: string; readonly step: Step; readonly paper?: string; readonly twoByTwo?: true };

const TWO_BY_TWO = 'two-by-two';

export function hrefTo(route: Route): string {
  if (route.place === 'goals') return ['#/goals', route.part, ...[route.pupil, route.view, route.item].filter((part) => part !== undefined)].join('/');
  if (route.place === 'place') return `#/place/${route.wall}${route.turn === true ? '/turn' : route.pupil === undefined ? '' : `/${route.pupil}`}`;
  if (route.place === 'handouts') return `#/handouts/${route.wall}`;
  if (route.place === 'wall' && route.twoByTwo === true) return `#/wall/${route.wall}/${route.step}/${TWO_BY_TWO}`;
  if (route.place === 'wall') return ['#/wall', route.wall, route.step, ...(route.paper === undefined ? [] : [route.paper])].join('/');
  return route.place === 'home' ? '#/' : `#/${route.place}`;
}

export function go(route: Route): void {
  window.location.hash = hrefTo(route);
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(
    (changed) => {
      window.addEventListener('hashchange', changed);
      return () => window.removeEventListener('hashchange', changed);
    },
    () => window.location.hash,
  );
  return routeOf(hash);
}

function routeOf(hash: string): Route {
  const [, place, wall, step, item] = hash.split('/');
  if (place === 'goals' && wall === 'bank') {
    const view = bankViews.find((one) => one === step) ?? 'map';
    return { place, part: 'bank', view, ...(item !== undefined && { item }) };
  }
  if (place === 'goals') {
    const part = goalParts.find((one) => one === wall) ?? 'confer';
    return step === undefined ? { place, part } : { place, part, pupil: step };
  }
  if (place === 'class' || place === 'settings') return { place };
  if (place === 'place' && wall !== undefined)
    return step === 'turn' ? { place, wall, turn: true } : { place, wall, ...(step !== undefined && { pupil: step }) };
  if (place === 'handouts' && wall !== undefined) return { place, wall };
  const known = Steps.safeParse(step);
  if (place === 'wall' && wall !== undefined && step === 'line-up' && item === TWO_BY_TWO) return { place, wall, step, twoByTwo: true };
  if (place === 'wall' && wall !== undefined && known.success) return { place, wall, step: known.data, ...(item !== undefined && { paper: item }) };
  return { place: 'home' };
}
