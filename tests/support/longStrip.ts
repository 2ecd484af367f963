import sharp from 'sharp';
import type { Paper } from '../../core/capture/shownPaper.ts';
import type { Element, Strip } from '../../core/chart/document.ts';

/** The yardstick of the printing figures: five levels over 3 m x 420 mm, with titles, qualifiers, twenty samples, notes and arrows. */
export interface LongStrip {
  readonly strip: Strip;
  readonly papers: ReadonlyMap<string, Paper>;
  /** JPEG bytes by content address. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

const GROUNDS = ['#f2d9d9', '#f7e8d1', '#f7f7d1', '#def2d9', '#d6e8f7'];
const LEVELS = 5;
const SAMPLE = { width: 150, height: 80 };

/** `perLevel` samples of `width` x `height` px on every level; 4 of 1772 x 945 are 6 to 7 MB. Drawing them takes its time: only `distinct` of them differ. */
export async function longStrip({ perLevel = 4, length = 3000, width = 1772, height = 945, quality = 90, distinct = 1000 } = {}): Promise<LongStrip> {
  const pictures = new Map<string, Uint8Array>();
  const papers = new Map<string, Paper>();
  const elements: Element[] = [];
  const level = length / LEVELS;
  const columns = Math.ceil(perLevel / 2);
  const drawn: Uint8Array[] = [];
  for (let step = 0; step < LEVELS; step++) {
    const x = step * level;
    elements.push({
      id: `ground${step}`,
      kind: 'panel',
      x,
      y: 0,
      width: level,
      height: 420,
      fill: GROUNDS[step] ?? null,
      stroke: null,
      strokeWidth: 0,
      radius: 0,
      dashed: false,
    });
    elements.push({
      id: `edge${step}`,
      kind: 'panel',
      x: x + 5,
      y: 5,
      width: level - 10,
      height: 410,
      fill: null,
      stroke: '#333333',
      strokeWidth: 0.5,
      radius: 0,
      dashed: false,
    });
    elements.push(words(`title${step}`, x + 15, 12, 110, `Level ${step}`, 25));
    elements.push(words(`qualifier${step}`, x + 15, 45, 415, `Explains the idea with evidence from the text and a linked reason (${step}).`, 8.5));
    for (let place = 0; place < perLevel; place++) {
      const id = `s${step * perLevel + place}`;
      const across = x + 140 + (place % columns) * (SAMPLE.width + 20);
      const down = 80 + Math.floor(place / columns) * (SAMPLE.height + 40);
      const page = { page: 'p', media: id, width, height, widthMm: null, heightMm: null };
      papers.set(id, { paper: id, code: `Code ${id}`, text: null, pages: [page] });
      const seed = Number(id.slice(1)) % distinct;
      drawn[seed] ??= await scannedPage(seed, width, height, quality);
      pictures.set(id, drawn[seed]);
      elements.push({ id, kind: 'picture', x: across, y: down, ...SAMPLE, paper: id, page: 'p', crop: { x: 0, y: 0, width: 1, height: 1 }, frame: false });
      elements.push(words(`note${id}`, across, down + SAMPLE.height + 3, 95, `Note ${id}: what moves it up?`, 7));
      elements.push({
        id: `arrow${id}`,
        kind: 'arrow',
        x: across + SAMPLE.width + 1,
        y: down + 30,
        width: 19,
        height: 8,
        head: 'top-right',
        colour: '#1966b3',
        strokeWidth: 2,
      });
    }
  }
  return { strip: { orientation: 'horizontal', width: length, height: 420, elements }, papers, pictures };
}

function words(id: string, x: number, y: number, width: number, text: string, size: number): Element {
  return { id, kind: 'text', x, y, width, height: size * 1.3, text, face: 'andika', size, leading: 1.3, align: 'start', colour: '#000000', bullet: 'none' };
}

/** Ruled paper with a scribble and the grain of a scanner, so that it is as hard to compress as a real page. */
async function scannedPage(seed: number, width: number, height: number, quality: number): Promise<Uint8Array> {
  const lines = Array.from({ length: 7 }, (_, line) => {
    const y = ((line + 1) * height) / 8;
    const points = Array.from(
      { length: 90 },
      (_, at) => `${60 + (at * (width - 120)) / 90},${y - 8 - ((at * 37 + seed * 11 + line * 17) % Math.round(height / 24))}`,
    );
    return `<path d="M0 ${y}H${width}" stroke="#bfcde1" stroke-width="3"/><polyline points="${points.join(' ')}" fill="none" stroke="#191e5a" stroke-width="7"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#faf8f0"/>${lines.join('')}</svg>`;
  const { data, info } = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  let state = 1000 + seed;
  for (let at = 0; at < data.length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    data[at] = Math.max(0, Math.min(255, (data[at] ?? 0) + ((state >>> 24) % 17) - 8));
  }
  return new Uint8Array(await sharp(data, { raw: info }).jpeg({ quality, chromaSubsampling: '4:2:0' }).toBuffer());
}
