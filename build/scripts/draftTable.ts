import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asText } from '../../core/capture/readWords.ts';
import { firstCleaning } from '../../core/capture/trueSize.ts';
import { SampleClass } from '../../core/chart/sampleClass.ts';
import { editDistance } from '../../core/class/nameWords.ts';
import { createImaging } from '../../main/engines/imaging/imaging.ts';
import { startHelperInNode } from '../../main/platform/helpers/startHelper.ts';

// How well the draft of a retype reads the sample class, whose words are known: `node build/scripts/draftTable.ts [FILE...]`, which says of other pages what is read.

const sample = fileURLToPath(new URL('../../assets/sample/', import.meta.url));
const { task, papers } = SampleClass.parse(JSON.parse(readFileSync(join(sample, 'class.json'), 'utf8')));
const imaging = createImaging(startHelperInNode, { secondsPerPage: 60 });
const others = process.argv.slice(2);

for (const file of others) {
  for await (const page of pagesOf(file)) {
    process.stdout.write(`${file}: ${page.readable ? '' : '(too hard to read) '}\n${page.lines.map((line) => `  ${line.map(marked).join(' ')}`).join('\n')}\n`);
  }
}
if (others.length === 0) await measureSample();
await imaging.close();

async function measureSample(): Promise<void> {
  const sums = { letters: 0, wrong: 0, words: 0, unsure: 0, wrongWords: 0, wrongMarked: 0 };
  for (const file of new Set(papers.map((paper) => paper.file))) {
    let at = 0;
    for await (const read of pagesOf(join(sample, file))) {
      at++;
      const paper = papers.find((one) => one.file === file && one.page === at);
      if (paper === undefined) continue;
      const wrong = editDistance(asText(read), paper.text);
      const truth = new Set(paper.text.split(/\s+/u));
      const words = read.lines.flat();
      const wrongWords = words.filter(({ text }) => !truth.has(text));
      sums.letters += paper.text.length;
      sums.wrong += wrong;
      sums.words += words.length;
      sums.unsure += words.filter(({ unsure }) => unsure).length;
      sums.wrongWords += wrongWords.length;
      sums.wrongMarked += wrongWords.filter(({ unsure }) => unsure).length;
      process.stdout.write(`${paper.pupil.padEnd(9)} ${percent(wrong, paper.text.length)} ${words.map(marked).join(' ')}\n`);
    }
  }
  process.stdout.write(
    `letters wrong ${percent(sums.wrong, sums.letters)}; words wrong ${sums.wrongWords} of ${sums.words}, ${sums.wrongMarked} of them marked; marked in all ${sums.unsure}\n`,
  );
}

async function* pagesOf(file: string) {
  for await (const page of imaging.read(new Uint8Array(readFileSync(file)))) {
    if (page.kind !== 'page') continue;
    const copy = await imaging.clean(page.jpeg, firstCleaning(page.proposal), { trueSize: null });
    yield await imaging.names.writing(copy.jpeg, task.question);
  }
}

function marked({ text, unsure }: { text: string; unsure: boolean }): string {
  return unsure ? `_${text}_` : text;
}

function percent(part: number, of: number): string {
  return `${((100 * part) / of).toFixed(1)} %`.padStart(7);
}
