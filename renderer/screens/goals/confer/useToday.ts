import { useEffect, useState } from 'react';
import { today } from '../../../../core/kernel/days.ts';

const LOOK_AGAIN_MS = 30_000;

/** This day, and the next one where the window stays open over night. */
export function useToday(): string {
  const [day, setDay] = useState(today);
  useEffect(() => {
    const look = (): void => setDay(today());
    const turn = setInterval(look, LOOK_AGAIN_MS);
    window.addEventListener('focus', look);
    return () => {
      clearInterval(turn);
      window.removeEventListener('focus', look);
    };
  }, []);
  return day;
}
