import { useLayoutEffect, useRef, type CSSProperties, type ReactNode } from 'react';
import type { PaperFacts } from '../../../../core/capture/paperFacts.ts';
import { PaperPicture } from '../../../components/PaperPicture.tsx';
import styles from './TwoByTwo.module.css';

/** Letters of retyped words, px. */
const LARGEST = 30;
const SMALLEST = 11;

/** One paper with nothing of it out of sight, as large as its place allows; or so wide that it fills its place, to be scrolled. */
export function WholePaper({ paper, label, isLarge }: { paper: PaperFacts; label: string; isLarge: boolean }): ReactNode {
  if (paper.text !== null) return <WholeText key={String(isLarge)} paper={paper} label={label} isLarge={isLarge} />;
  const pages = paper.pages.length;
  return (
    <div className={isLarge ? `${styles.place} ${styles.large}` : styles.place} data-whole="" tabIndex={isLarge ? 0 : -1} role="group" aria-label={label}>
      {paper.pages.map((page) => {
        const { width, height } = page.clean ?? page;
        const ratio = width / height;
        const style: CSSProperties = isLarge ? { width: '100%' } : { width: `min(calc(${100 / pages}cqw - 8px), ${100 * ratio}cqh)` };
        return (
          <div key={page.id} style={style}>
            <PaperPicture paper={{ ...paper, pages: [page] }} width={isLarge ? 1200 : 720} label={label} />
          </div>
        );
      })}
    </div>
  );
}

/** Retyped words in the largest letters with which all of them are seen. */
function WholeText({ paper, label, isLarge }: { paper: PaperFacts; label: string; isLarge: boolean }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = place.current;
    if (box === null) return undefined;
    const fit = (): void => {
      for (let size = LARGEST; size >= SMALLEST; size -= 1) {
        box.style.fontSize = `${size}px`;
        if (isLarge || box.scrollHeight <= box.clientHeight) return;
      }
    };
    fit();
    const watch = new ResizeObserver(fit);
    watch.observe(box);
    return () => watch.disconnect();
  }, [paper.text, isLarge]);
  return (
    <div className={`${styles.place} ${styles.words}`} ref={place} data-whole="" tabIndex={isLarge ? 0 : -1} role="group" aria-label={label}>
      <div>
        <PaperPicture paper={paper} width={720} label={label} />
      </div>
    </div>
  );
}
