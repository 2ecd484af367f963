import { useState, type DragEvent } from 'react';

export interface DropTarget {
  /** What is dragged hangs over it. */
  readonly over: boolean;
  /** For the element that takes it. */
  readonly handlers: {
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: () => void;
    readonly onDrop: (event: DragEvent) => void;
  };
}

/** A place to drop one kind of thing on (`type`, as `dataTransfer` has it); `closed` takes nothing. */
export function useDropTarget(type: string, onDrop: (dropped: string) => void, closed = false): DropTarget {
  const [over, setOver] = useState(false);
  return {
    over,
    handlers: {
      onDragOver: (event) => {
        if (closed || !event.dataTransfer.types.includes(type)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop: (event) => {
        event.preventDefault();
        setOver(false);
        onDrop(event.dataTransfer.getData(type));
      },
    },
  };
}
