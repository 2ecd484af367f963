import { readFile, writeFile } from 'node:fs/promises';
import sharp from 'sharp';

/**
 * Sets the mark on a rounded ground of warm paper and renders the installers' icons from it.
 * electron-builder makes every platform's own format out of `icon.png`. `node build/scripts/makeIcons.ts`
 */

const SIDE = 1024;
/** Room that desktops keep free round an icon, and the roundness of its ground (px of 1024). */
const EDGE = 64;
const CORNER = 200;
const MARK = { x: 222, y: 252, width: 580, height: 507.5 } as const;

const markSvg = await readFile(new URL('../../assets/mark.svg', import.meta.url), 'utf8');
const [, drawing] = /<\/title>([\s\S]*)<\/svg>/.exec(markSvg) ?? [];
const [, viewBox] = /viewBox="([^"]+)"/.exec(markSvg) ?? [];
if (!drawing || !viewBox) throw new Error('assets/mark.svg must have a viewBox and a title before its drawing.');

const ground = SIDE - 2 * EDGE;
const icon = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}" viewBox="0 0 ${SIDE} ${SIDE}">
  <title>Stepwall</title>
  <rect x="${EDGE}" y="${EDGE}" width="${ground}" height="${ground}" rx="${CORNER}" fill="#fbf8f2" />
  <rect x="${EDGE + 3}" y="${EDGE + 3}" width="${ground - 6}" height="${ground - 6}" rx="${CORNER - 3}" fill="none" stroke="#e4ddd0" stroke-width="6" />
  <svg x="${MARK.x}" y="${MARK.y}" width="${MARK.width}" height="${MARK.height}" viewBox="${viewBox}">${drawing}</svg>
</svg>
`;

const built = new URL('../', import.meta.url);
await writeFile(new URL('icon.svg', built), icon);
for (const [file, side] of [
  ['icon.png', 1024],
  ['icon-512.png', 512],
] as const) {
  await writeFile(new URL(file, built), await sharp(Buffer.from(icon)).resize(side, side).png().toBuffer());
}
