import { Refusal } from '../kernel/refusal.ts';
import { goalWords } from '../words/goals.ts';
import { GoalSymbol } from './goal.ts';
import { pointsOf } from './strokes.ts';

/** The square a symbol is drawn in, and its pen, in units; at 12 mm a unit is a quarter of a millimetre. */
export const SYMBOL_SIDE = 48;
export const PEN_WIDTH = 3;

/** The symbol as an SVG file that ships: black lines, no fill, its recipe as the description. */
export function symbolToSvg({ title, recipe, strokes }: GoalSymbol): string {
  const frame = `viewBox="0 0 ${SYMBOL_SIDE} ${SYMBOL_SIDE}" fill="none" stroke="#000" stroke-width="${PEN_WIDTH}" stroke-linecap="round" stroke-linejoin="round"`;
  const lines = [`<title>${escaped(title)}</title>`, `<desc>${escaped(recipe)}</desc>`, ...strokes.map((path) => `<path d="${path}"/>`)];
  return `<svg xmlns="http://www.w3.org/2000/svg" ${frame}>\n${lines.map((line) => `  ${line}\n`).join('')}</svg>\n`;
}

/**
 * A symbol from a file as `symbolToSvg` writes it.
 * @throws Refusal in plain words where the drawing is something else
 */
export function symbolFromSvg(svg: string, code: string): GoalSymbol {
  const inside = /^\s*<svg\b[^>]*\bviewBox="0 0 48 48"[^>]*>([\s\S]*)<\/svg>\s*$/.exec(svg)?.[1];
  if (inside === undefined) throw refused(code, goalWords.symbol.notSvg);
  const [title, recipe] = [/<title>([^<]*)<\/title>/.exec(inside)?.[1], /<desc>([^<]*)<\/desc>/.exec(inside)?.[1]];
  const strokes = [...inside.matchAll(/<path d="([^"]*)"\s*\/>/g)].map(([, path = '']) => path);
  const leftOver = inside.replaceAll(/<title>[^<]*<\/title>|<desc>[^<]*<\/desc>|<path d="[^"]*"\s*\/>/g, '').trim();
  if (leftOver !== '') throw refused(code, goalWords.symbol.holdsMore);
  const symbol = GoalSymbol.safeParse({ code, version: 1, status: 'agreed', title: unescaped(title ?? ''), recipe: unescaped(recipe ?? ''), strokes });
  if (!symbol.success) throw refused(code, goalWords.symbol.needsMore);
  for (const stroke of strokes) {
    const outside = pointsOf(stroke).some(({ x, y }) => Math.min(x, y) < PEN_WIDTH / 2 || Math.max(x, y) > SYMBOL_SIDE - PEN_WIDTH / 2);
    if (outside) throw refused(code, goalWords.symbol.strokeOutside);
  }
  return symbol.data;
}

const refused = (code: string, hint: string): Refusal => new Refusal('unreadable', goalWords.symbol.notUsable(code, hint));

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const unescaped = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
