import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import type { Cleaning } from '../../core/capture/cleaning.ts';
import { apply, type Command } from '../../core/chart/commands.ts';
import { layOut } from '../../core/chart/layout.ts';
import { SampleClass, type SamplePaper } from '../../core/chart/sampleClass.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { chartWords } from '../../core/words/chart.ts';
import { AT_ONCE, importFiles } from '../capture/importing.ts';
import { findPage, listPages } from '../capture/pageRows.ts';
import { checkPage, cleanPage } from '../capture/pages.ts';
import { shownPapersOf } from '../capture/papers.ts';
import { lookAgain, setSharing } from '../capture/sharing.ts';
import { chartFonts } from '../engines/pdf/chartFonts.ts';
import type { Context } from '../library/context.ts';
import type { Library } from '../library/library.ts';
import { assetPath } from '../platform/assets.ts';
import { inParallel } from '../platform/work/inParallel.ts';
import type { Report } from '../../core/contract/contract.ts';
import { currentState, pushState } from './chartRows.ts';
import { createWall, requireChart } from './walls.ts';

export function readSampleClass(): SampleClass {
  return SampleClass.parse(JSON.parse(readFileSync(assetPath('sample/class.json'), 'utf8')));
}

/**
 * Makes the sample class's wall the way a team would: its pages are brought in, names burned out, the agreed line-up laid, levels worded, the strip laid out.
 * @throws Refusal `cancelled`
 */
export async function createSampleWall(context: Pick<Context, 'library' | 'imaging' | 'tell'>, report: Report, signal: AbortSignal): Promise<{ wall: string }> {
  const library = context.library();
  const sample = readSampleClass();
  const wall = createWall(library, {
    question: sample.task.question,
    subject: sample.task.subject,
    year: chartWords.sample.year(sample.task.year),
    focus: sample.task.focus,
    trueSize: { name: 'half-a4', widthMm: sample.task.paper.widthMm, heightMm: sample.task.paper.heightMm },
  });
  const task = taskOf(library, wall);
  const files = [...new Set(sample.papers.map(({ file }) => file))];
  const imported = await importFiles(
    context,
    task,
    files.map((name) => ({ name, bytes: () => readFileSync(assetPath(`sample/${name}`)) })),
    report,
    signal,
  );

  const papers = sample.papers.map((paper) => {
    const id = imported.files.find(({ file }) => file === paper.file)?.papers[paper.page - 1];
    if (id === undefined) throw new Refusal('unreadable', chartWords.sample.pageNotRead(paper.file));
    return id;
  });
  await inParallel(sample.papers, AT_ONCE, async (paper, index) => {
    if (signal.aborted) throw new Refusal('cancelled', chartWords.sample.stopped);
    report(index, sample.papers.length, chartWords.sample.takingNamesOff);
    await maskSamplePaper(context, library, papers[index] ?? '', paper);
  });
  // Nobody's class: no hand of it is known to anyone, and its names were looked for when it was made.
  setSharing(library, papers, 'elsewhere', 'not-asked');
  papers.forEach((one) => lookAgain(library, one, true));
  arrange(library, wall, sample, papers);
  context.tell('wall.changed', { wall, revision: null });
  return { wall };
}

async function maskSamplePaper(context: Pick<Context, 'imaging'>, library: Library, id: string, { truth }: SamplePaper): Promise<void> {
  for (const { id: page } of listPages(library.db, id)) {
    const found = findPage(library.db, page);
    if (found === null) continue;
    const [left, top, right, bottom] = truth.nameBox;
    const cleaning: Cleaning = { ...found.settings, crop: truth.responseBox, redactions: [{ x: left, y: top, width: right - left, height: bottom - top }] };
    await cleanPage(library, context.imaging, page, cleaning, true);
    await checkPage(library, context.imaging, page, true);
  }
}

function arrange(library: Library, wall: string, sample: SampleClass, papers: readonly string[]): void {
  const { db } = library;
  const start = currentState(db, wall);
  const at = (index: number): string => papers[index] ?? '';
  const commands: Command[] = [
    { name: 'set-line', line: sample.line.map(at) },
    ...start.document.levels.flatMap((level, step): Command[] => {
      const wanted = sample.levels[step];
      if (wanted === undefined) return [];
      return [
        { name: 'name-level', level: level.id, label: wanted.label, title: wanted.name },
        { name: 'set-anchors', level: level.id, anchors: [at(wanted.anchor)] },
        ...wanted.qualifiers.map((qualifier): Command => ({ name: 'add-qualifier', level: level.id, qualifier: { id: randomUUID(), ...qualifier } })),
      ];
    }),
  ];
  const worded = commands.reduce(apply, start.document);
  const shown = new Map(shownPapersOf(library, taskOf(library, wall)).map((paper) => [paper.paper, paper]));
  const strip = layOut(worded, 'horizontal', { fonts: chartFonts(), papers: shown });
  db.transaction(() => pushState(db, wall, start.position + 1, 'sample-class', null, apply(worded, { name: 'lay-out', strip })))();
}

const taskOf = (library: Library, wall: string): string => requireChart(library.db, wall).task;
