import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Refusal } from '../core/kernel/refusal.ts';
import { parseJson } from '../core/kernel/parseJson.ts';
import { MOST_LEVELS, rank, RankRequest } from '../core/ranking/rank.ts';
import { PrintSettings } from '../core/sheets/printSettings.ts';
import { sheetSizeNamed } from '../core/sheets/sheetSize.ts';
import type { SheetPlan } from '../core/sheets/sheets.ts';
import { usualPrint } from '../core/sheets/usualPrint.ts';
import { areaFindings } from './app/areaFindings.ts';
import { readThrough } from './app/readThrough.ts';
import { importFiles } from './capture/importing.ts';
import { papersOf } from './capture/papers.ts';
import { listTasks } from './capture/taskRows.ts';
import { createSampleWall } from './chart/sampleWall.ts';
import { createWall, listWalls, openWall, wallCard } from './chart/walls.ts';
import { createImaging, type Imaging } from './engines/imaging/imaging.ts';
import { describePage } from './engines/imaging/page/describePage.ts';
import { makePdf } from './engines/pdf/makePdf.ts';
import { makeBackup } from './library/backup.ts';
import { checkLibrary } from './library/checking.ts';
import { destroyUnused, openLibrary, requireSound, type Library } from './library/library.ts';
import { copyPictures, goOver } from './library/moveLibrary.ts';
import { placeNow } from './library/moves.ts';
import { requireFree } from './library/newPlace.ts';
import { requireSoundNow } from './library/watchSoundness.ts';
import { libraryStatus } from './library/libraryStatus.ts';
import { holdForRestore, takePlace, unpackBackup } from './library/restore.ts';
import { startHelperInNode } from './platform/helpers/startHelper.ts';
import { userFolder } from './platform/media/keyStore.ts';
import { piecesOf } from './platform/media/pieces.ts';
import { beginWhole, writeWhole } from './platform/media/writeWhole.ts';
import { millimetres, need, UsageError, wholeNumber, type Answer, type CommandLine } from './commandLine.ts';
import { printJob } from './sheets/sheetsJob.ts';

/** What was asked for by name is read by whoever may read its folder. */
const SHARED = 0o644;

/** What a terminal can have done, but for `serve`, whose process knows nothing of a library. */
export const commands: Readonly<Record<string, (line: CommandLine) => Answer | Promise<Answer>>> = {
  demo,
  page,
  import: bringIn,
  export: exportChart,
  list,
  rank: rankVotes,
  check,
  backup,
  restore,
  move,
};

async function demo(line: CommandLine): Promise<Answer> {
  const started = performance.now();
  const out = resolve(need(line, 'out'));
  const folder = join(out, 'library');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  return withLibrary(folder, true, async (library, imaging) => {
    const { wall } = await createSampleWall({ library: () => library, imaging, tell: () => undefined }, () => undefined, new AbortController().signal);
    const { job, plan } = printJob(library, wall, usualPrint);
    const pdf = await makePdf(job);
    const strip = await imaging.drawPdfPage(await makePdf({ ...job, what: 'strip' }), 1, 50);
    const file = join(out, 'chart.pdf');
    writeWhole(file, pdf, SHARED);
    writeWhole(join(out, 'plan.json'), Buffer.from(`${JSON.stringify(planOut(plan), null, 2)}\n`), SHARED);
    writeWhole(join(out, 'strip.png'), strip, SHARED);
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    return {
      json: { library: folder, chart: wall, pdf: file, sheets: plan.sheets.length, seconds },
      text: [
        `“${openWall(library, wall).chart.title}”: ${library.media.all().length} papers cleaned and without names, five levels, in ${seconds} s.`,
        `  ${file}  ${plan.sheets.length} sheets of A4 to glue into ${Math.round(plan.strip.width)} x ${Math.round(plan.strip.height)} mm`,
        `  ${join(out, 'strip.png')}  the whole strip as a picture`,
        `  ${folder}  its library`,
      ].join('\n'),
    };
  });
}

async function page(line: CommandLine): Promise<Answer> {
  const file = line.files[0];
  if (file === undefined || line.files.length > 1) throw new UsageError('Name one file.');
  const imaging = createImaging(startHelperInNode, { processes: 1 });
  try {
    const { description: facts, straightened } = await describePage(imaging, file, readFile(file), wholeNumber(line, 'page') ?? 1);
    if (typeof line.values['out'] === 'string') writeWhole(resolve(line.values['out']), await straightened(), SHARED);
    const many = typeof facts.pages === 'number' ? '' : `, ${String(facts.pages.length)} pages in one picture`;
    const outline = facts.quad === null ? 'no page edges to be seen' : `page outline found (${Math.round(facts.confidence * 100)} % of it on edges)`;
    return {
      json: facts,
      text: `${facts.file}, page ${String(facts.page)}${typeof facts.pages === 'number' ? ` of ${String(facts.pages)}` : ''}: ${String(facts.width)} x ${String(facts.height)} px, ${outline}${many}.`,
    };
  } finally {
    await imaging.close();
  }
}

async function bringIn(line: CommandLine): Promise<Answer> {
  const question = need(line, 'task');
  if (line.files.length === 0) throw new UsageError('Name at least one file.');
  return withLibrary(need(line, 'library'), true, async (library, imaging) => {
    await requireSoundNow(library);
    const known = listTasks(library.db).find((task) => task.question === question);
    const task = known?.id ?? taskOfNewWall(library, question);
    const files = line.files.map((name) => ({ name, bytes: () => readFile(name) }));
    const report = await importFiles({ library: () => library, imaging, tell: () => undefined }, task, files, () => undefined, new AbortController().signal);
    const json = {
      files: report.files.map(({ file, pages, papers, error }) => ({
        file,
        pages,
        samples: papers,
        error: error && { code: error.code, message: error.message },
      })),
    };
    if (!json.files.some(({ samples }) => samples.length > 0)) {
      line.status = 1;
      process.stderr.write('No page came in.\n');
    }
    return {
      json,
      text: report.files
        .map(
          ({ file, pages, papers, blank, error }) =>
            `${file}: ${papers.length} of ${pages} pages${blank > 0 ? `, ${blank} blank` : ''}${error === null ? '' : `. ${error.message} ${error.hint}`}`,
        )
        .join('\n'),
    };
  });
}

function taskOfNewWall(library: Library, question: string): string {
  const wall = createWall(library, {
    question: question.slice(0, 200),
    subject: '',
    year: '',
    focus: '',
    trueSize: { name: 'not-asked', widthMm: null, heightMm: null },
  });
  return openWall(library, wall).task.id;
}

async function exportChart(line: CommandLine): Promise<Answer> {
  const out = resolve(need(line, 'out'));
  const sheetSize = sheetSizeFor(need(line, 'paper'));
  return withLibrary(need(line, 'library'), false, async (library) => {
    const settings = {
      ...usualPrint,
      ...sheetSize,
      overlap: millimetres(line, 'overlap') ?? usualPrint.overlap,
      margin: millimetres(line, 'margin') ?? usualPrint.margin,
    };
    const { job, plan } = printJob(library, need(line, 'chart'), settings);
    writeWhole(out, await makePdf(job), SHARED);
    if (typeof line.values['plan'] === 'string') writeWhole(resolve(line.values['plan']), Buffer.from(`${JSON.stringify(planOut(plan), null, 2)}\n`), SHARED);
    return { json: planOut(plan), text: `${out}: ${plan.sheets.length} sheets of ${plan.sheetSize.name}.` };
  });
}

/** A plan as scripts know it: they were told of its `paper`. */
const planOut = ({ sheetSize, ...rest }: SheetPlan): object => ({ paper: sheetSize, ...rest });

function rankVotes(line: CommandLine): Answer {
  const request = votesFrom(need(line, 'votes'));
  const levels = wholeNumber(line, 'levels') ?? request.levels;
  if (levels === undefined) throw new UsageError('--levels is missing.');
  if (levels < 2 || levels > MOST_LEVELS) throw new UsageError(`--levels takes a number from 2 to ${MOST_LEVELS}.`);
  const ranked = rank(request.papers, request.votes, levels);
  return {
    json: ranked,
    text: [
      `lowest to highest: ${ranked.order.join(', ')}`,
      ...ranked.anchors.map(({ level, paper }) => `level ${level}: ${paper}`),
      ...ranked.pairs.map(({ lower, upper, certainty, probability }) => `${lower} below ${upper}: ${certainty} (${Math.round(probability * 100)} %)`),
      ranked.advice.why,
    ].join('\n'),
  };
}

function votesFrom(file: string): RankRequest {
  const read = RankRequest.safeParse(parseJson(readFile(file).toString('utf8')));
  if (!read.success) {
    const [{ path, message } = { path: [], message: '' }] = read.error.issues;
    throw new Refusal('bad-request', { message: `“${file}” is no file of votes: ${path.map(String).join('.') || 'the whole'}: ${message}` });
  }
  const papers = new Set(read.data.papers);
  const stray = read.data.votes.findIndex(({ left, right }) => left === right || !papers.has(left) || !papers.has(right));
  if (stray >= 0) throw new Refusal('bad-request', { message: `“${file}”: votes.${stray} is not about two different ones of the papers.` });
  return read.data;
}

async function list(line: CommandLine): Promise<Answer> {
  return withLibrary(need(line, 'library'), false, (library) => {
    const tasks = listTasks(library.db).map((task) => ({ id: task.id, question: task.question, samples: papersOf(library, task.id).length }));
    const charts = listWalls(library).map(({ id, title }) => {
      const { task, progress, chart } = wallCard(library, id);
      const strip = chart.strip && { width: chart.strip.width, height: chart.strip.height };
      return { id, title, task: task.id, levels: progress.levels, placed: progress.placed, strip };
    });
    const counts = { tasks: tasks.length, samples: tasks.reduce((sum, { samples }) => sum + samples, 0), charts: charts.length };
    return {
      json: { tasks, charts, counts },
      text:
        [
          ...tasks.map(({ question, samples }) => `task   ${question}: ${samples} papers`),
          ...charts.map(({ id, title, levels }) => `chart  ${id}  ${title}: ${levels} levels`),
        ].join('\n') || 'The library is empty.',
    };
  });
}

async function check(line: CommandLine): Promise<Answer> {
  return withLibrary(need(line, 'library'), false, (library) => {
    const report = checkLibrary(library, areaFindings(library));
    if (!report.ok) line.status = 1;
    return { json: report, text: report.ok ? 'Everything is whole.' : report.problems.join('\n') };
  });
}

async function backup(line: CommandLine): Promise<Answer> {
  const out = resolve(need(line, 'out'));
  const passphrase = passphraseFrom(line);
  return withLibrary(need(line, 'library'), false, async (library) => {
    const file = beginWhole(out, 0o600);
    try {
      const place = { write: (bytes: Uint8Array) => file.write(bytes), end: () => file.flush(), read: () => piecesOf(file.draft) };
      const begun = new Date().toISOString();
      const { leftOut } = await whileInterruptible((signal) => makeBackup(library, passphrase, place, readThrough, sayProgress, signal));
      file.end();
      library.noteBackup(begun);
      const { size } = statSync(out);
      return { json: { file: out, bytes: size, leftOut }, text: `${out}: ${Math.ceil(size / 1_000_000)} MB, read back and whole.` };
    } catch (error) {
      file.abandon();
      throw error;
    }
  });
}

async function restore(line: CommandLine): Promise<Answer> {
  const from = resolve(need(line, 'from'));
  const folder = placeNow(resolve(need(line, 'library')), userFolder());
  const passphrase = passphraseFrom(line);
  if (!existsSync(from)) throw new Refusal('not-found', { message: `There is no file “${from}”.` });
  const release = holdForRestore(folder);
  const library = await whileInterruptible(async (signal) => {
    const source = { bytes: statSync(from).size, pieces: piecesOf(from) };
    await unpackBackup(folder, source, passphrase, { readThrough }, sayProgress, signal);
  })
    .finally(release)
    .then(() => takePlace(folder, {}));
  try {
    const { walls, papers, pupils } = libraryStatus(library);
    return { json: { library: folder, walls, papers, pupils }, text: `${folder}: ${walls} walls, ${papers} papers, ${pupils} pupils.` };
  } finally {
    library.close();
  }
}

async function move(line: CommandLine): Promise<Answer> {
  const library = openLibrary(need(line, 'library'), { make: false });
  let open = library;
  try {
    requireSound(library);
    const from = library.folder;
    const to = requireFree(from, need(line, 'to'));
    await whileInterruptible((signal) => copyPictures(library, to, {}, sayProgress, signal));
    const gone = goOver(library, to, {});
    open = gone.library;
    if (gone.problem !== null) throw gone.problem;
    const left = open.leftBehind();
    return {
      json: { library: to, emptied: left === null },
      text: `${to}: the library lies here now, all of it proven.${left === null ? '' : ` ${from} could not be emptied yet; that is tried again at the next opening.`}`,
    };
  } finally {
    open.close();
  }
}

/** The first line of a file, or of the standard input (“-”): an argument could be read by every other user of this computer. */
function passphraseFrom(line: CommandLine): string | null {
  const file = line.values['passphrase-file'];
  if (typeof file !== 'string') return null;
  const [passphrase = ''] = (file === '-' ? readFileSync(0, 'utf8') : readFile(file).toString('utf8')).split(/\r?\n/);
  if (passphrase.length < 8) throw new UsageError('A passphrase has at least 8 letters.');
  return passphrase;
}

/** Ctrl+C ends the work and leaves everything as it was. */
async function whileInterruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const interrupt = (): void => stop.abort(new Refusal('cancelled', { message: 'Stopped; everything is as it was.' }));
  process.once('SIGINT', interrupt);
  try {
    return await work(stop.signal);
  } finally {
    process.off('SIGINT', interrupt);
  }
}

/** On a terminal only; scripts read what stands on the standard output. */
function sayProgress(_done: number, _of: number, doing: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${doing}`);
}

async function withLibrary<T>(folder: string, make: boolean, work: (library: Library, imaging: Imaging) => T | Promise<T>): Promise<T> {
  const library = openLibrary(folder, { make });
  const imaging = createImaging(startHelperInNode);
  try {
    return await work(library, imaging);
  } finally {
    await imaging.close();
    destroyUnused(library);
    library.close();
  }
}

function readFile(file: string): Buffer {
  if (!existsSync(file)) throw new Refusal('not-found', { message: `There is no file “${file}”.` });
  return readFileSync(file);
}

/** A paper by its name, or one's own as `297x420` in mm. */
function sheetSizeFor(name: string): Pick<typeof usualPrint, 'sheetSize' | 'ownSize'> {
  const known = PrintSettings.shape.sheetSize.exclude(['custom']).options;
  const sheetSize = known.find((one) => one.toLowerCase() === name.toLowerCase());
  if (sheetSize !== undefined) return { sheetSize, ownSize: usualPrint.ownSize };
  try {
    const { width, height } = sheetSizeNamed(name);
    return { sheetSize: 'custom', ownSize: { width, height } };
  } catch {
    throw new UsageError(`--paper is one of ${known.join(', ')}, or a size in millimetres such as 297x420.`);
  }
}
