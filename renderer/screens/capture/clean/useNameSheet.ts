import { useMemo } from 'react';
import { boxOn, samePlace } from '../../../../core/capture/boxes.ts';
import type { PageFacts } from '../../../../core/capture/paperFacts.ts';
import type { PageNames, SuggestedBox } from '../../../../core/capture/suggestedNames.ts';
import type { Size } from '../../../../core/capture/trueSize.ts';
import { turnedSize, turnsTogether, type Turn } from '../../../../core/capture/turnedOn.ts';
import { boxOnPlane, uprightPage, type UprightPage } from '../../../../core/capture/uprightPage.ts';
import { contains, type Rect } from '../../../../core/kernel/rect.ts';
import { useStay } from '../../../api/useStay.ts';
import type { ListedPage } from './pageStates.ts';
import type { Naming } from './useNaming.ts';

/** A box, in px of the upright page picture, and why it is there. */
export interface NameBox {
  readonly box: Rect;
  readonly reason: SuggestedBox['reason'] | 'by-hand';
  /** It will be burned in; a guess only where somebody takes it. */
  readonly taken: boolean;
}

/** A page on the contact sheet. */
export interface SheetPage {
  readonly listed: ListedPage;
  readonly boxes: readonly NameBox[];
  /** Hidden already. */
  readonly hidden: readonly Rect[];
  /** Why a person should look: nothing was found, or what was found is a guess; where no name was seen a glance is enough. */
  readonly look: PageNames['look'] | 'guess';
  /** Clockwise: so the straightened page is shown, so it can be read. */
  readonly turn: Turn;
  readonly upright: UprightPage;
  /** What would have to be added to how it is turned now. */
  readonly wrongBy: Turn;
  readonly accepted: boolean;
}

export interface NameSheet {
  readonly pages: readonly SheetPage[];
  /** Takes a guess, or leaves it a guess again; takes any other box off. */
  press(page: SheetPage, index: number): void;
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
    const inOrder = suggestions.flatMap(({ page: id, boxes: suggested, look, turn: wrongBy }): SheetPage[] => {
      const listed = byId.get(id);
      if (listed === undefined) return [];
      const { redactions: hidden, turn: turned } = listed.page.cleaning;
      const open = suggested.filter(({ box }) => !hidden.some((known) => contains(known, box)));
      const turn = turnsTogether(turned, wrongBy);
      return [
        {
          listed,
          hidden,
          boxes: now.get(id) ?? open.map(({ box, reason }) => ({ box, reason, taken: reason !== 'lone-line' })),
          look: open.some(({ sureness }) => sureness === 'maybe') ? 'guess' : hidden.length > 0 ? null : look,
          turn,
          upright: uprightPage(listed.page, listed.page.cleaning, turn, sheetOf(listed.page)),
          wrongBy,
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
      press({ listed, boxes }, index) {
        const box = boxes[index];
        if (box === undefined) return;
        put([[listed.page.id, box.reason === 'lone-line' ? boxes.with(index, { ...box, taken: !box.taken }) : boxes.toSpliced(index, 1)]]);
      },
      remove: ({ listed, boxes }, index) => put([[listed.page.id, boxes.toSpliced(index, 1)]]),
      add: ({ listed, boxes }, box) => put([[listed.page.id, [...boxes, { box, reason: 'by-hand', taken: true }]]]),
      everywhere(from) {
        const changes = pages.flatMap((to): [string, NameBox[]][] => {
          if (to === from) return [];
          const missing = from.boxes
            .filter(({ taken }) => taken)
            .map(({ box }) => onOther(box, from, to))
            .filter((box) => ![...to.hidden, ...takenOf(to)].some((there) => contains(there, box) || samePlace(there, box)));
          const added = missing.map((box): NameBox => ({ box, reason: 'same-place', taken: true }));
          return missing.length === 0 ? [] : [[to.listed.page.id, [...to.boxes, ...added]]];
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

export const takenOf = ({ boxes }: SheetPage): Rect[] => boxes.filter(({ taken }) => taken).map(({ box }) => box);

/** The straightened paper's size before any turn, as the clean copy shows it; px of any scale. */
function sheetOf({ clean, cleaning: { crop, turn } }: PageFacts): Size | null {
  return clean === null ? null : turnedSize({ width: clean.width / crop.width, height: clean.height / crop.height }, turn);
}

/** Pages without a box come first, then those with a guess, then those on which no name was seen. */
function urgency({ look, hidden }: SheetPage): number {
  if (look === 'guess') return 1;
  if (look === null || hidden.length > 0) return 3;
  return look === 'none-seen' ? 2 : 0;
}

/** The same place as it is seen, also where the pages lie otherwise in their pictures. */
const onOther = (box: Rect, from: SheetPage, to: SheetPage): Rect =>
  boxOnPlane(to.upright.toPicture, boxOn(boxOnPlane(from.upright.fromPicture, box), from.upright.size, to.upright.size));
