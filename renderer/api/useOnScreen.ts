import { useEffect } from 'react';
import { useApp } from './app.tsx';

/** While a class looks at it the screen stays on; afterwards the window is itself again. */
export function useOnScreen(): void {
  const { desktop } = useApp();
  useEffect(() => {
    void desktop.keepAwake(true);
    return () => {
      void desktop.keepAwake(false);
      void desktop.fullScreen(false);
    };
  }, [desktop]);
}
