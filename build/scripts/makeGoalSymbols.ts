import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { symbolFromSvg, symbolToSvg } from '../../core/goals/symbolFile.ts';
import { detail } from './goals/drawings/detail.ts';
import { handwriting } from './goals/drawings/handwriting.ts';
import { process as writingProcess } from './goals/drawings/process.ts';
import { punctuation } from './goals/drawings/punctuation.ts';
import { sentences } from './goals/drawings/sentences.ts';
import { sounds } from './goals/drawings/sounds.ts';
import { spelling } from './goals/drawings/spelling.ts';
import { structure } from './goals/drawings/structure.ts';

/** Writes every goal symbol as the SVG file that ships, and takes away those no longer drawn. `node build/scripts/makeGoalSymbols.ts` */

const folder = new URL('../../assets/goals/symbols/', import.meta.url);
const sketches = { ...handwriting, ...sounds, ...spelling, ...punctuation, ...sentences, ...detail, ...structure, ...writingProcess };

await mkdir(folder, { recursive: true });
for (const name of await readdir(folder)) {
  if (!Object.hasOwn(sketches, name.replace(/\.svg$/, ''))) await rm(new URL(name, folder));
}
for (const [code, sketch] of Object.entries(sketches)) {
  const svg = symbolToSvg({ code, version: 1, status: 'agreed', ...sketch });
  symbolFromSvg(svg, code);
  await writeFile(new URL(`${code}.svg`, folder), svg);
}
