import { useEffect, useState } from 'react';
import { useApp } from './app.tsx';
import { droppedFiles } from './droppedFiles.ts';

/** Files dropped anywhere in the window; true while some hang over it. */
export function useFileDrop(take: (files: readonly File[]) => Promise<void>): boolean {
  const { complain } = useApp();
  const [hovering, setHovering] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    // Caught before anything inside of the screen, which knows only its own things being put in order.
    const options = { capture: true, signal: stop.signal };
    const carriesFiles = (event: DragEvent): event is DragEvent & { dataTransfer: DataTransfer } => event.dataTransfer?.types.includes('Files') === true;
    const over = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      event.dataTransfer.dropEffect = 'copy';
      setHovering(true);
    };
    window.addEventListener('dragenter', over, options);
    window.addEventListener('dragover', over, options);
    window.addEventListener('dragleave', (event) => event.relatedTarget === null && setHovering(false), options);
    window.addEventListener(
      'drop',
      (event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        setHovering(false);
        droppedFiles(event.dataTransfer).then(take).catch(complain);
      },
      options,
    );
    return () => stop.abort();
  }, [take, complain]);
  return hovering;
}
