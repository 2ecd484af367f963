import { useEffect, useState } from 'react';

/** A picture that is there, with its size in px. */
export interface Arrived {
  /** What it is a picture of; it is never shown for anything else. */
  readonly subject: string;
  readonly url: string;
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

/** So long the settings have to rest before a picture is asked for. */
const REST_MS = 150;

/** The picture of an address; while a newer one is on its way, the old one. `current` is true when what is shown is what was asked for. */
export function useArriving(subject: string, url: string | null): { shown: Arrived | null; current: boolean; failed: boolean } {
  const [last, setShown] = useState<Arrived | null>(null);
  const shown = last?.subject === subject ? last : null;
  const [failed, setFailed] = useState<string | null>(null);
  useEffect(() => {
    if (url === null || shown?.url === url) return undefined;
    const stop = new AbortController();
    const due = setTimeout(
      () =>
        void arrived(subject, url, stop.signal).then(
          (picture) => {
            if (stop.signal.aborted) URL.revokeObjectURL(picture.src);
            else setShown(picture);
          },
          () => stop.signal.aborted || setFailed(url),
        ),
      shown === null ? 0 : REST_MS,
    );
    return () => {
      clearTimeout(due);
      stop.abort();
    };
  }, [subject, url, shown]);
  useEffect(() => () => void (last && URL.revokeObjectURL(last.src)), [last]);
  return { shown, current: shown !== null && shown.url === url, failed: url !== null && failed === url };
}

async function arrived(subject: string, url: string, signal: AbortSignal): Promise<Arrived> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`No picture: ${response.status}`);
  const src = URL.createObjectURL(await response.blob());
  const image = new Image();
  image.src = src;
  await image.decode();
  return { subject, url, src, width: image.naturalWidth, height: image.naturalHeight };
}
