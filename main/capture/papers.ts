import { randomUUID } from 'node:crypto';
import type { Arrangement, PageFacts, SampleFacts } from '../../core/capture/paperFacts.ts';
import type { Paper } from '../../core/capture/shownPaper.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { codeOf, listPupils } from '../class/pupilRows.ts';
import type { Library } from '../library/library.ts';
import { isKeyInUse } from '../library/sealRows.ts';
import type { Db } from '../platform/database/connection.ts';
import { findPage, listPages, movePages, type PageRow } from './pageRows.ts';
import {
  findSample,
  insertSample,
  listSamples,
  setSampleBinned,
  setSamplePositions,
  setSamplePupil,
  setSampleText,
  setTextChecked,
  type SampleRow,
} from './paperRows.ts';

/** The papers of a task with all their pages. */
export function samplesOf(library: Library, task: string): SampleFacts[] {
  return listSamples(library.db, task).map((sample) => ({
    id: sample.id,
    code: shownCode(library.db, sample),
    pupil: sample.pupil,
    pages: listPages(library.db, sample.id).map((page) => pageFacts(library, page)),
    text: sample.text,
    textChecked: sample.text_checked_at !== null,
    hand: sample.hand,
    origin: sample.origin,
    consent: sample.consent,
    secondLook: sample.second_look_at !== null,
  }));
}

/** What of a task may be shown on a chart: copies that someone has found nameless. */
export function papersOf(library: Library, task: string): Paper[] {
  return listSamples(library.db, task).map((sample) => ({
    sample: sample.id,
    code: shownCode(library.db, sample),
    text: sample.text_checked_at === null ? null : sample.text,
    ...(sample.hand === 'stand-in' && { standIn: true }),
    pages: listPages(library.db, sample.id).flatMap((page) =>
      page.media === null || page.clean_width === null || page.clean_height === null
        ? []
        : [{ page: page.id, media: page.media, width: page.clean_width, height: page.clean_height, widthMm: page.width_mm, heightMm: page.height_mm }],
    ),
  }));
}

export function pageFacts(library: Library, page: PageRow): PageFacts {
  return {
    id: page.id,
    width: page.width,
    height: page.height,
    dpi: page.dpi,
    proposal: page.proposal,
    cleaning: page.settings,
    decided: page.decided_at !== null,
    clean: page.clean_width !== null && page.clean_height !== null ? { width: page.clean_width, height: page.clean_height } : null,
    look: page.look,
    checked: page.media !== null,
    original: originalOf(library, page),
    ...(page.is_slip === 1 && { isSlip: true }),
  };
}

export function originalOf({ db, sealed }: Library, { key }: PageRow): PageFacts['original'] {
  if (sealed.opens(key)) return 'here';
  return isKeyInUse(db, key) ? 'elsewhere' : 'destroyed';
}

export function requireSample(db: Db, id: string): SampleRow {
  const sample = findSample(db, id);
  if (sample === null) throw new Refusal('not-found', 'That paper is no longer here.');
  return sample;
}

/** @throws Refusal `bad-request` when the papers are of different tasks or the same one */
export function mergeSamples(library: Library, into: string, from: string): string {
  const { db } = library;
  const target = requireSample(db, into);
  const source = requireSample(db, from);
  if (target.task !== source.task || into === from) throw new Refusal('bad-request', 'Only two papers of the same task can be put together.');
  db.transaction(() => {
    movePages(
      db,
      listPages(db, from).map(({ id }) => id),
      into,
    );
    if (source.text !== null) setSampleText(db, into, target.text === null ? source.text : `${target.text}\n${source.text}`);
    setAside(db, from);
  })();
  return target.task;
}

/** The page and those behind it become a paper right behind this one. */
export function splitSample(library: Library, page: PageRow): { sample: string; task: string } {
  const { db } = library;
  const source = requireSample(db, page.sample);
  const moving = listPages(db, page.sample).filter(({ position }) => position >= page.position);
  if (moving.length === listPages(db, page.sample).length) throw new Refusal('bad-request', 'This is the paper’s first page; there is nothing to split off.');
  const made = randomUUID();
  db.transaction(() => {
    insertSample(db, made, source.task);
    movePages(
      db,
      moving.map(({ id }) => id),
      made,
    );
    const order = listSamples(db, source.task)
      .map(({ id }) => id)
      .filter((id) => id !== made);
    order.splice(order.indexOf(source.id) + 1, 0, made);
    setSamplePositions(db, order);
  })();
  return { sample: made, task: source.task };
}

/** Every `size` pages in the order they lie become one paper; a paper left without pages goes. */
export function groupPages(library: Library, task: string, size: number): void {
  const { db } = library;
  db.transaction(() => {
    const samples = listSamples(db, task);
    const pages = samples.flatMap((sample) => listPages(db, sample.id));
    const homes = [...new Set(pages.map((page) => page.sample))];
    for (let start = 0, group = 0; start < pages.length; start += size, group += 1) {
      const members = pages.slice(start, start + size);
      const home = homes[group] ?? newSample(db, task);
      movePages(
        db,
        members.map(({ id }) => id),
        home,
      );
    }
    for (const sample of samples) if (sample.text === null && listPages(db, sample.id).length === 0) setAside(db, sample.id);
  })();
}

/**
 * Puts the pages back into the papers they lay in. A paper that was emptied comes back with its number and its pupil; one that is left without pages goes.
 * @throws Refusal `bad-request` where a paper or page is not the task's or is named twice
 */
export function arrangePapers(library: Library, task: string, papers: readonly Arrangement[]): void {
  const { db } = library;
  const named = papers.flatMap(({ pages }) => pages);
  const homes = new Set(papers.map(({ sample }) => sample));
  if (new Set(named).size !== named.length || homes.size !== papers.length) throw new Refusal('bad-request', 'A page can lie in one paper only.');
  db.transaction(() => {
    for (const { sample, pages, text } of papers) {
      const row = requireSample(db, sample);
      const strays = pages.some((page) => requireSample(db, findPage(db, page)?.sample ?? page).task !== task);
      if (row.task !== task || strays) throw new Refusal('bad-request', 'Only papers of the same task can be put in order.');
      movePages(db, pages, sample);
      setSampleBinned(db, sample, false);
      if (row.text !== text) setSampleText(db, sample, text);
    }
    for (const { id } of listSamples(db, task)) if (!homes.has(id) && listPages(db, id).length === 0) setAside(db, id);
    reorderSamples(
      library,
      task,
      papers.map(({ sample }) => sample),
    );
  })();
}

/** An emptied paper waits in the bin, without its text, so that taking the deed back gives it its number, its pupil and its place on the chart. */
function setAside(db: Db, sample: string): void {
  setSampleText(db, sample, null);
  setSampleBinned(db, sample, true);
}

export function reorderSamples(library: Library, task: string, order: readonly string[]): void {
  const known = listSamples(library.db, task).map(({ id }) => id);
  const named = order.filter((id) => known.includes(id));
  library.db.transaction(() => setSamplePositions(library.db, [...named, ...known.filter((id) => !named.includes(id))]))();
}

export function binSample(library: Library, id: string, binned: boolean): string {
  const { task } = requireSample(library.db, id);
  setSampleBinned(library.db, id, binned);
  return task;
}

/** @throws Refusal `not-found` where the paper is gone or the pupil has left the class */
export function givePupil(library: Library, id: string, pupil: string | null): string {
  const { task } = requireSample(library.db, id);
  if (pupil !== null && !listPupils(library.db).some((one) => one.id === pupil)) throw new Refusal('not-found', 'That pupil is no longer in the class.');
  setSamplePupil(library.db, id, pupil);
  return task;
}

/** Empty text goes back to the picture. */
export function retype(library: Library, id: string, text: string | null): string {
  const { task } = requireSample(library.db, id);
  setSampleText(library.db, id, text === null || text.trim() === '' ? null : text.normalize('NFC'));
  return task;
}

export function checkText(library: Library, id: string, checked: boolean): string {
  const { task, text } = requireSample(library.db, id);
  if (checked && text === null) throw new Refusal('bad-request', 'There is no retyped text to look at yet.');
  setTextChecked(library.db, id, checked);
  return task;
}

function newSample(db: Db, task: string): string {
  const id = randomUUID();
  insertSample(db, id, task);
  return id;
}

const shownCode = (db: Db, sample: SampleRow): string => (sample.pupil === null ? null : codeOf(db, sample.pupil)) ?? String(sample.number);
