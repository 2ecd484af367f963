import { mediaPicture } from '../api/pictures.ts';

/** Proxies of masked copies by the width they are shown at; never a full picture where a small one will do. */
export interface PictureStore {
  /** The smallest proxy that is sharp at `pixels` wide if it is there, else the best one there is; asks for the right one. */
  get(media: string, pixels: number): HTMLImageElement | null;
  /** Calls when a picture has arrived. */
  onArrival(listener: () => void): () => void;
}

const WIDTHS = [256, 512, 1024, 2048] as const;

export function createPictureStore(): PictureStore {
  const ready = new Map<string, HTMLImageElement>();
  const asked = new Set<string>();
  const listeners = new Set<() => void>();

  const ask = (media: string, width: number): void => {
    const key = `${media} ${width}`;
    if (asked.has(key)) return;
    asked.add(key);
    const image = new Image();
    image.onload = () => {
      ready.set(key, image);
      listeners.forEach((listener) => listener());
    };
    image.src = mediaPicture(media, width);
  };

  return {
    get(media, pixels) {
      const wanted = WIDTHS.find((width) => width >= pixels) ?? 2048;
      const exact = ready.get(`${media} ${wanted}`);
      if (exact !== undefined) return exact;
      ask(media, wanted);
      return (
        WIDTHS.toReversed()
          .map((width) => ready.get(`${media} ${width}`))
          .find((image) => image !== undefined) ?? null
      );
    },
    onArrival(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const pictures = createPictureStore();
