import { useSyncExternalStore } from 'react';
import { Steps, type Step } from '../core/api/walls.ts';

/** The parts of the goals, in the order of a day. */
export const goalParts = ['confer', 'class', 'tomorrow', 'groups', 'lessons', 'bank'] as const;
export type GoalPart = (typeof goalParts)[number];

/** Where the teacher is; kept in the address after `#`, so that back and reload work. */
export type Route =
  | { readonly place: 'home' }
  | { readonly place: 'class' }
  | { readonly place: 'settings' }
  | { readonly place: 'goals'; readonly part: GoalPart; readonly pupil?: string }
  | { readonly place: 'wall'; readonly wall: string; readonly step: Step };

export function hrefTo(route: Route): string {
  if (route.place === 'goals') return `#/goals/${route.part}${route.pupil === undefined ? '' : `/${route.pupil}`}`;
  return route.place === 'wall' ? `#/wall/${route.wall}/${route.step}` : route.place === 'home' ? '#/' : `#/${route.place}`;
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
  const [, place, wall, step] = hash.split('/');
  if (place === 'goals') {
    const part = goalParts.find((one) => one === wall) ?? 'confer';
    return step === undefined ? { place, part } : { place, part, pupil: step };
  }
  if (place === 'class' || place === 'settings') return { place };
  const known = Steps.safeParse(step);
  if (place === 'wall' && wall !== undefined && known.success) return { place, wall, step: known.data };
  return { place: 'home' };
}
