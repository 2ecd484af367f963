import type { Chart, Element, Strip } from './document.ts';
import { layOut, type LayoutContext } from './layout.ts';

/** Where additions wait, in mm from the corner, when the strip was turned and their old place means nothing. */
const CORNER = 12;

/**
 * Lays the strip out again after levels, anchors, qualifiers or papers changed: what a person moved or restyled stays where it is and learns the new words,
 * what a person added stays, what a person took away stays away.
 */
export function layOutAgain(chart: Chart, context: LayoutContext, orientation?: Strip['orientation']): Strip {
  const old = chart.strip;
  if (old === null) return layOut(chart, orientation ?? 'horizontal', context);
  const turned = orientation !== undefined && orientation !== old.orientation;
  const fresh = layOut(chart, orientation ?? old.orientation, context);
  if (turned) return { ...fresh, elements: [...fresh.elements, ...added(old).map((element) => ({ ...element, x: CORNER, y: CORNER }))] };
  const known = new Map(old.elements.map((element) => [element.id, element]));
  const without = old.without ?? [];
  const elements = fresh.elements.filter(({ from }) => from === undefined || !without.includes(from)).map((element) => kept(known.get(element.id), element));
  return { ...fresh, elements: [...elements, ...added(old)], ...(without.length > 0 && { without }) };
}

/** True when the strip no longer says what the levels, anchors and qualifiers say. */
export function isOutOfDate(chart: Chart, context: LayoutContext): boolean {
  if (chart.strip === null) return false;
  const now = chart.strip.elements.filter(({ from }) => from !== undefined);
  const without = chart.strip.without ?? [];
  const should = layOut(chart, chart.strip.orientation, context).elements.filter(({ from }) => from !== undefined && !without.includes(from));
  const said = new Map(now.map((element) => [element.id, saying(element)]));
  return should.length !== now.length || should.some((element) => said.get(element.id) !== saying(element));
}

const added = (strip: Strip): Element[] => strip.elements.filter(({ from }) => from === undefined);

function kept(before: Element | undefined, fresh: Element): Element {
  if (before === undefined || before.byHand !== true) return fresh;
  if (before.kind === 'text' && fresh.kind === 'text') return isBound(before) ? { ...before, text: fresh.text } : before;
  if (before.kind === 'badge' && fresh.kind === 'badge') return { ...before, label: fresh.label, step: fresh.step, steps: fresh.steps };
  return before;
}

/** The text is the title, a level's name or a qualifier: it changes with them, and they with it. */
export const isBound = ({ from }: Element): boolean => from !== undefined && (from === 'title' || from.endsWith(':name') || from.startsWith('qualifier:'));

/** What an element tells, whatever its place and look. */
function saying(element: Element): string {
  switch (element.kind) {
    case 'text':
      return isBound(element) ? `text ${element.text}` : 'text';
    case 'badge':
      return `badge ${element.label} ${element.step} ${element.steps}`;
    case 'picture':
      return `picture ${element.page}`;
    case 'typed':
      return `typed ${element.paper}`;
    default:
      return element.kind;
  }
}
