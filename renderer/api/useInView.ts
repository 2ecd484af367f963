import { useEffect, useState, type RefObject } from 'react';

/** How far outside of the window something counts as coming into view. */
const SOON = '400px';

/** True from the moment that the element first comes into view: what it shows is asked for then, not before. */
export function useInView(ref: RefObject<Element | null>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (element === null || seen) return;
    const observer = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && setSeen(true), { rootMargin: SOON });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, seen]);
  return seen;
}
