import { useMemo } from 'react';
import { boxOn, samePlace } from '../../../../core/capture/boxes.ts';
import type { PageNames, SuggestedBox } from '../../../../core/capture/suggestedNames.ts';
import { turnBack, turnedOn, turnedSize, turnsTogether, type Turn } from '../../../../core/capture/turnedOn.ts';
import { contains, type Rect } from '../../../../core/kernel/rect.ts';
import { useStay } from '../../../api/useStay.ts';
import type { ListedPage } from './pageStates.ts';
import type { Naming } from './useNaming.ts';

/** A box that will be burned in, in px of the upright page picture, and why it is there. */
export interface NameBox {
  readonly box: Rect;
  readonly reason: SuggestedBox['reason'] | 'by-hand';
}

/** A page on the contact sheet. */
export interface SheetPage {
  readonly listed: ListedPage;
  /** To be burned in. */
  readonly boxes: readonly NameBox[];
  /** Hidden already. */
  readonly hidden: readonly Rect[];
  /** Why a person should look: nothing was found, or what was found is a guess; where no name was seen a glance is enough. */
  readonly look: PageNames['look'] | 'guess';
  /** Clockwise: so it is shown, so it can be read. */
  readonly turn: Turn;
  /** What would have to be added to how it is turned now. */
  readonly wrongBy: Turn;
  readonly accepted: boolean;
}

export interface NameSheet {
  readonly pages: readonly SheetPage[];
  remove(page: SheetPage, index: number): void;
  add(page: SheetPage, box: Rect): void;
  /** The page's boxes go to the same place of every other page. @returns how many pages got one */
  everywhere(page: SheetPage): number;
  accept(page: SheetPage, accepted: boolean): void;
  readonly undo: (() => void) | null;
  /** What was changed by hand is done with: it was burned in. */
  clear(): void;
}

type Changed = ReadonlyMap<string, readonly NameBox[]>;

interface Stay {
  /** What was on the sheet before each change. */
  readonly past: readonly Changed[];
  readonly now: Changed;
  readonly accepted: ReadonlySet<string>;
}

const fresh = (): Stay => ({ past: [], now: new Map(), accepted: new Set() });

/** The boxes of the whole stack, as they were suggested and as a person changed them; pages to look at first. */
export function useNameSheet(task: string, all: readonly ListedPage[], { suggestions, running }: Naming): NameSheet {
  const [{ past, now, accepted }, change] = useStay<Stay>(`name sheet ${task}`, fresh);
  return useMemo(() => {
    const byId = new Map(all.map((listed) => [listed.page.id, listed]));
    const inOrder = suggestions.flatMap(({ page: id, boxes: suggested, look, turn }): SheetPage[] => {
      const listed = byId.get(id);
      if (listed === undefined) return [];
      const { redactions: hidden, turn: turned } = listed.page.cleaning;
      const open = suggested.filter(({ box }) => !hidden.some((known) => contains(known, box)));
      return [
        {
          listed,
          hidden,
          boxes: now.get(id) ?? open.map(({ box, reason }) => ({ box, reason })),
          look: open.some(({ sureness }) => sureness === 'maybe') ? 'guess' : hidden.length > 0 ? null : look,
          turn: turnsTogether(turned, turn),
          wrongBy: turn,
          accepted: accepted.has(id),
        },
      ];
    });
    // While it is still being looked, nothing changes places.
    const pages = running === null ? inOrder.toSorted((a, b) => urgency(a) - urgency(b)) : inOrder;
    const put = (changes: Iterable<[string, readonly NameBox[]]>): void => change({ past: [...past, now], now: new Map([...now, ...changes]) });
    const before = past.at(-1);
    return {
      pages,
      remove: ({ listed, boxes }, index) => put([[listed.page.id, boxes.toSpliced(index, 1)]]),
      add: ({ listed, boxes }, box) => put([[listed.page.id, [...boxes, { box, reason: 'by-hand' }]]]),
      everywhere(from) {
        const changes = pages.flatMap((to): [string, NameBox[]][] => {
          if (to === from) return [];
          const missing = from.boxes
            .map(({ box }) => onOther(box, from, to))
            .filter((box) => ![...to.hidden, ...to.boxes.map((one) => one.box)].some((there) => contains(there, box) || samePlace(there, box)));
          return missing.length === 0 ? [] : [[to.listed.page.id, [...to.boxes, ...missing.map((box): NameBox => ({ box, reason: 'same-place' }))]]];
        });
        if (changes.length > 0) put(changes);
        return changes.length;
      },
      accept({ listed }, yes) {
        const next = new Set(accepted);
        if (yes) next.add(listed.page.id);
        else next.delete(listed.page.id);
        change({ accepted: next });
      },
      undo: before === undefined ? null : () => change({ past: past.slice(0, -1), now: before }),
      clear: () => change(fresh()),
    };
  }, [all, suggestions, running, past, now, accepted, change]);
}

/** Pages without a box come first, then those with a guess, then those on which no name was seen. */
function urgency({ look, hidden }: SheetPage): number {
  if (look === 'guess') return 1;
  if (look === null || hidden.length > 0) return 3;
  return look === 'none-seen' ? 2 : 0;
}

/** The same place as it is seen, also where one of the pages lies upside down in its picture. */
function onOther(box: Rect, from: SheetPage, to: SheetPage): Rect {
  const [there, here] = [turnedSize(from.listed.page, from.turn), turnedSize(to.listed.page, to.turn)];
  return turnedOn(boxOn(turnedOn(box, from.listed.page, from.turn), there, here), here, turnBack(to.turn));
}
