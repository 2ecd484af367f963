import { readFileSync, writeFileSync } from 'node:fs';
import { makePdf, type PdfJob, type SheetsToDraw } from '../../main/engines/pdf/makePdf.ts';

/** One PDF in a process of its own, as the app makes it; says how long it took and how much memory it needed. For `printing.ts`. */
const [input = '', output = ''] = process.argv.slice(2);
const job = JSON.parse(readFileSync(input, 'utf8')) as Omit<PdfJob & SheetsToDraw, 'files'> & { files: [string, string][] };
const startedAt = performance.now();
const pdf = await makePdf({ ...job, files: new Map(job.files) });
const seconds = (performance.now() - startedAt) / 1000;
writeFileSync(output, pdf);
console.log(JSON.stringify({ seconds, memory: process.resourceUsage().maxRSS / 1024 }));
