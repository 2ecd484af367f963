import sharp from 'sharp';
import type { Paper } from '../../core/capture/shownPaper.ts';
import type { Element, Strip } from '../../core/chart/document.ts';
import { levelLook } from '../../core/drawing/ramp.ts';

/** A made-up page as a JPEG: tinted, ruled, with a scribble and grain, so that it is as large as a real scan; `seed` makes it its own. */
export async function madeUpPage(seed: number, width: number, height: number, quality = 85): Promise<Uint8Array> {
  const rules = Array.from({ length: 7 }, (_, line) => `<path d="M0 ${((line + 1) * height) / 8}H${width}" stroke="#b9cde6" stroke-width="3"/>`).join('');
  const scribbles = Array.from({ length: 6 }, (_, line) => {
    const y = ((line + 1) * height) / 8;
    const points = Array.from({ length: 60 }, (_, at) => `${60 + (at * (width - 120)) / 60},${y - ((at * 37 + seed * 11 + line * 17) % 60)}`);
    return `<polyline points="${points.join(' ')}" fill="none" stroke="#1c2260" stroke-width="6"/>`;
  }).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="hsl(${(seed * 40) % 360} 40% 94%)"/>${rules}${scribbles}</svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg)).jpeg({ quality }).toBuffer());
}

/** A strip with five levels: title, badges, words with macrons, arrows, docks, a retyped page, and `count` pictures of the pages `m0`, `m1` … */
export function wallStrip(width: number, height: number, count: number): { strip: Strip; papers: Map<string, Paper> } {
  const papers = new Map<string, Paper>();
  const elements: Element[] = [];
  const level = width / 5;
  const across = Math.ceil(count / 10);
  for (let step = 0; step < 5; step++) {
    const x = step * level;
    const look = levelLook(step, 5);
    elements.push({
      id: `panel${step}`,
      kind: 'panel',
      x,
      y: 40,
      width: level,
      height: height - 40,
      fill: look.tint,
      stroke: null,
      strokeWidth: 0,
      radius: 0,
      dashed: false,
    });
    elements.push({ id: `badge${step}`, kind: 'badge', x: x + 8, y: 48, width: 30, height: 30, label: String(step), step, steps: 5 });
    elements.push(
      words(
        `name${step}`,
        x + 46,
        52,
        level - 60,
        ['Tīmata', 'Kotahi take', 'Two facts', 'Cause, effect', 'With proof'][step] ?? '',
        16,
        'lexend-bold',
        'none',
      ),
    );
    elements.push(words(`new${step}`, x + 8, height - 110, level - 16, `Whānau ${step}: shows what happens next, efficiently`, 12, 'andika-bold', 'new'));
    elements.push(words(`kept${step}`, x + 8, height - 76, level - 16, 'Ngā pī me ngā putiputi', 12, 'andika', 'kept'));
    elements.push({ id: `dock${step}`, kind: 'dock', x: x + 8, y: height - 50, width: level - 16, height: 40, text: 'Hold your page here' });
    elements.push({ id: `arrow${step}`, kind: 'arrow', x: x + level - 40, y: 60, width: 30, height: 12, head: 'top-right', colour: '#17624a', strokeWidth: 2 });
  }
  for (let index = 0; index < count; index++) {
    const paper = `s${index}`;
    papers.set(paper, {
      paper,
      code: `Code ${index}`,
      text: null,
      pages: [{ page: 'p', media: `m${index}`, width: 800, height: 500, widthMm: null, heightMm: null }],
    });
    const wide = (level - 24) / across - 8;
    const column = Math.floor(index / 5 / 2);
    const tall = (height - 220) / 2;
    elements.push({
      id: paper,
      kind: 'picture',
      x: (index % 5) * level + 12 + column * (wide + 8),
      y: 90 + (Math.floor(index / 5) % 2) * (tall + 6),
      width: wide,
      height: tall,
      paper,
      page: 'p',
      crop: { x: 0.05, y: 0.1, width: 0.9, height: 0.8 },
      frame: true,
    });
  }
  papers.set('typed', { paper: 'typed', code: 'Tūī', text: 'We need bees becos they help flowers.', pages: [] });
  elements.push({ id: 'typed', kind: 'typed', x: 12, y: height * 0.35, width: Math.min(140, level - 24), height: 60, paper: 'typed', size: 7 });
  elements.push(words('title', 10, 6, width * 0.6, 'Why do bees matter? He aha i hira ai ngā pī?', 20, 'lexend-bold', 'none'));
  return { strip: { orientation: 'horizontal', width, height, elements }, papers };
}

function words(
  id: string,
  x: number,
  y: number,
  width: number,
  text: string,
  size: number,
  face: 'andika' | 'andika-bold' | 'lexend-bold',
  bullet: 'none' | 'new' | 'kept',
): Element {
  return { id, kind: 'text', x, y, width, height: size * 2.6, text, face, size, leading: 1.3, align: 'start', colour: '#1f2430', bullet };
}
