import { useSyncExternalStore } from 'react';
import { Steps, type Step } from '../core/api/walls.ts';

/** Where the teacher is; kept in the address after `#`, so that back and reload work. */
export type Route =
  | { readonly place: 'home' }
  | { readonly place: 'class' }
  | { readonly place: 'settings' }
  | { readonly place: 'wall'; readonly wall: string; readonly step: Step };

export function hrefTo(route: Route): string {
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
  if (place === 'class' || place === 'settings') return { place };
  const known = Steps.safeParse(step);
  if (place === 'wall' && wall !== undefined && known.success) return { place, wall, step: known.data };
  return { place: 'home' };
}
