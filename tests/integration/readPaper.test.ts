import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { asText, unsureWords, type ReadWriting } from '../../core/capture/readWords.ts';
import { SampleClass } from '../../core/chart/sampleClass.ts';
import { editDistance } from '../../core/class/nameWords.ts';
import { createImaging } from '../../main/engines/imaging/imaging.ts';
import { startHelperInNode } from '../../main/platform/helpers/startHelper.ts';
import { bring, everyFile, newWall, openTestApp, resultOf, tempPlace } from '../support/library.ts';

const folder = fileURLToPath(new URL('../../assets/sample/', import.meta.url));
const sample = SampleClass.parse(JSON.parse(readFileSync(join(folder, 'class.json'), 'utf8')));
const imaging = createImaging(startHelperInNode, { secondsPerPage: 120 });
const place = tempPlace();
const opened = openTestApp(place, imaging);
afterAll(async () => {
  await opened.close();
  await imaging.close();
  place.remove();
});

test(
  'a draft of the retype is what a pupil wrote, errors and all, without label, question and what is hidden; nothing of it is kept',
  { timeout: 240_000 },
  async () => {
    const { task } = await newWall(opened);
    const paper = sample.papers.find(({ pupil }) => pupil === 'Aroha')!;
    const { papers } = await bring(opened, task, [['aroha.jpg', new Uint8Array(readFileSync(join(folder, paper.file)))]]);
    const { id, pages } = papers[0]!;
    const read = async (): Promise<ReadWriting> => resultOf(opened, await opened.api.call('papers.read', { paper: id }));

    const draft = await read();
    expect(draft.readable).toBe(true);
    const text = asText(draft);
    expect(editDistance(text, paper.text) / paper.text.length).toBeLessThan(0.05);
    // "strawbery" stays as it is written.
    expect(text).toContain('strawbery');
    expect(text).not.toContain('Aroha');
    expect(text).not.toContain('Why do bees');
    expect(unsureWords(draft).length).toBeLessThan(20);
    expect(everyFile(place.root).filter(({ bytes }) => bytes.includes('strawbery'))).toEqual([]);

    const page = pages[0]!;
    const whole = { x: 0, y: 0, width: page.width, height: page.height };
    await opened.api.call('pages.clean', { page: page.id, cleaning: { ...page.cleaning, redactions: [whole] } });
    expect(await read()).toEqual({ lines: [], readable: false });
  },
);
