import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../../keys/useKeys.ts';
import { createStage } from '../../../stage/createStage.ts';
import { fitting, sameView } from '../../../stage/view.ts';
import { Rulers } from './Rulers.tsx';
import { TypedOver } from './TypedOver.tsx';
import type { Designer } from './useDesigner.ts';
import styles from './Design.module.css';

/** The strip to work on, with its rulers. `onMenu` is asked for at a point of the window. */
export function StripStage({ designer, onMenu }: { designer: Designer; onMenu: (x: number, y: number) => void }): ReactNode {
  const { t } = useTranslation('design');
  const host = useRef<HTMLDivElement>(null);
  const { strip, context, selected, cropping, typing, plan, seamsShown, stage, area, views } = designer;
  const latest = useRef(designer);
  useEffect(() => {
    latest.current = designer;
  });

  useEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    const made = createStage(element, views.get(), {
      onSelect: (ids) => latest.current.select(ids),
      onChange: (elements) => latest.current.change(elements),
      onOpen(id) {
        const { strip, setTyping, setCropping, select } = latest.current;
        const item = strip.elements.find((one) => one.id === id);
        if (item === undefined || item.locked === true) return setCropping(null);
        select([item.id]);
        if (item.kind === 'text') setTyping(item.id);
        if (item.kind === 'picture') setCropping(item.id);
      },
      onView: views.set,
    });
    stage.current = made;
    let fitted = false;
    const observer = new ResizeObserver(() => {
      const size = { width: element.clientWidth, height: element.clientHeight };
      if (size.width === 0 || size.height === 0) return;
      const before = area.current;
      area.current = size;
      made.resize(size);
      const whole = { x: 0, y: 0, width: latest.current.strip.width, height: latest.current.strip.height };
      // Who has looked nearer keeps that view when the window changes; who sees the whole strip goes on seeing it.
      const sawAll = before.width === 0 || sameView(views.get(), fitting(whole, before));
      if (!fitted || sawAll) made.setView(fitting(whole, size));
      fitted = true;
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      stage.current = null;
      made.dispose();
    };
  }, [stage, area, views]);

  useKeys('screen', [
    {
      keys: 'Space',
      words: t('holdToMove'),
      run: () => stage.current?.grab(true),
      released: () => stage.current?.grab(false),
      when: () => host.current !== null && (document.activeElement === host.current || host.current.matches(':hover')),
      onlyFree: true,
    },
  ]);

  useEffect(
    () => stage.current?.show({ strip, context, selected, cropping, typing, plan: seamsShown ? plan : null }),
    [stage, strip, context, selected, cropping, typing, plan, seamsShown],
  );
  // The strip is as wide or high as never before: show all of it.
  useEffect(() => {
    if (area.current.width > 0) latest.current.zoom('fit');
  }, [strip.width, strip.height, area]);

  return (
    <div className={styles.stage}>
      <Rulers views={views} strip={strip} />
      <div
        ref={host}
        className={styles.stageHost}
        data-stage=""
        tabIndex={0}
        role="application"
        aria-label={t('stage')}
        onPointerDownCapture={() => host.current?.focus({ preventScroll: true })}
        onContextMenu={(event) => {
          event.preventDefault();
          const id = stage.current?.idAt(event.clientX, event.clientY) ?? null;
          if (id !== null && !selected.includes(id)) designer.select([id]);
          const box = event.currentTarget.getBoundingClientRect();
          // The menu key has no place of its own.
          if (event.clientX === 0 && event.clientY === 0) onMenu(box.x + box.width / 2, box.y + box.height / 2);
          else onMenu(event.clientX, event.clientY);
        }}
      />
      <TypedOver designer={designer} />
    </div>
  );
}
