import { screen, type BrowserWindow, type Rectangle } from 'electron';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeWhole } from '../platform/media/writeWhole.ts';

/** In px of the desktop. */
const Place = z.object({ x: z.int(), y: z.int(), width: z.int().min(1024).max(20000), height: z.int().min(640).max(20000), maximized: z.boolean() });
type Place = z.infer<typeof Place>;

/** Where the window was; null the first time, and when it would now lie outside every display. */
export function rememberedPlace(file: string): Place | null {
  if (!existsSync(file)) return null;
  try {
    const place = Place.parse(JSON.parse(readFileSync(file, 'utf8')));
    return screen.getAllDisplays().some(({ workArea }) => holdsTitleBar(workArea, place)) ? place : null;
  } catch {
    // A damaged note costs the window its place and nothing else.
    return null;
  }
}

export function rememberPlace(file: string, window: BrowserWindow): void {
  const place: Place = { ...window.getNormalBounds(), maximized: window.isMaximized() };
  writeWhole(file, Buffer.from(JSON.stringify(place)), 0o600);
}

/** Enough of the window's top edge to take hold of. */
function holdsTitleBar(area: Rectangle, place: Rectangle): boolean {
  const shared = Math.min(area.x + area.width, place.x + place.width) - Math.max(area.x, place.x);
  return shared >= 100 && place.y >= area.y && place.y <= area.y + area.height - 40;
}
