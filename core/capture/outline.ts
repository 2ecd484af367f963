import type { Point, Quad } from './cleaning.ts';
import type { Size } from './trueSize.ts';

/** The names of a quad's corners, in its order. */
export const corners = ['top-left', 'top-right', 'bottom-right', 'bottom-left'] as const;

/** A side of the outline runs from the corner of its number to the next one. */
export const sides = ['top', 'right', 'bottom', 'left'] as const;

/** An outline as likely as this to be the page's is shown as found; below it a person is asked to look. */
export const SURE_OUTLINE = 0.8;

/** Two corners nearer to one line than this, as a part of the picture's area, make no page. */
const LEAST_BEND = 1e-4;

/** An outline to begin with where none was found, nor even a guess: the picture, a little inwards so that its corners can be taken hold of. */
export function firstOutline({ width, height }: Size, inwards = 0.06): Quad {
  const [left, top] = [width * inwards, height * inwards];
  return [
    { x: left, y: top },
    { x: width - left, y: top },
    { x: width - left, y: height - top },
    { x: left, y: height - top },
  ];
}

/** The outline with one corner at `to` (px, kept inside the picture); unchanged where that would fold the page. */
export function withCorner(quad: Quad, corner: number, to: Point, picture: Size): Quad {
  return sound(quad, quad.map((point, index) => (index === corner ? inside(to, picture) : point)) as Quad, picture);
}

/** The outline with the side from corner `side` to the next one moved by `by` px; unchanged where that would fold the page. */
export function withSide(quad: Quad, side: number, by: Point, picture: Size): Quad {
  const moving = [side, (side + 1) % 4];
  return sound(quad, quad.map((point, index) => (moving.includes(index) ? inside({ x: point.x + by.x, y: point.y + by.y }, picture) : point)) as Quad, picture);
}

/** True when the four corners, in their order, go once round clockwise without a dent: only then can a page be straightened. */
export function isPage(quad: Quad, { width, height }: Size): boolean {
  return quad.every((corner, index) => {
    const before = quad[(index + 3) % 4] ?? corner;
    const after = quad[(index + 1) % 4] ?? corner;
    return (corner.x - before.x) * (after.y - corner.y) - (corner.y - before.y) * (after.x - corner.x) > LEAST_BEND * width * height;
  });
}

const sound = (old: Quad, next: Quad, picture: Size): Quad => (isPage(next, picture) ? next : old);

const inside = ({ x, y }: Point, { width, height }: Size): Point => ({ x: Math.min(Math.max(x, 0), width - 1), y: Math.min(Math.max(y, 0), height - 1) });
