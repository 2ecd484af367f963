import { randomUUID } from 'node:crypto';
import type { Command } from '../../core/chart/commands.ts';
import type { Chart, Element, ElementOf } from '../../core/chart/document.ts';
import { insertPaper, setPaperText, setTextChecked } from '../../main/capture/paperRows.ts';
import { commit } from '../../main/chart/chartHistory.ts';
import { createWall, openWall } from '../../main/chart/walls.ts';
import type { Library } from '../../main/library/library.ts';
import { bees } from './library.ts';

/** A made-up wall whose `count` retyped papers all hang on the strip, each with a note beside it. */
export function busyWall(library: Library, count: number): string {
  const wall = createWall(library, bees);
  const { task } = openWall(library, wall);
  const papers = Array.from({ length: count }, () => randomUUID());
  library.db.transaction(() => {
    for (const [index, paper] of papers.entries()) {
      insertPaper(library.db, paper, task.id);
      setPaperText(library.db, paper, `Bees help flowers becos ${index} of them fly. The flower makes seeds and then we have fruit to eat.`);
      setTextChecked(library.db, paper, true);
    }
  })();
  const elements = papers.flatMap((paper, index) => [typed(paper, index), note(index)]);
  const strip = { orientation: 'horizontal' as const, width: 5000, height: 420, elements };
  for (const command of [{ name: 'set-line', line: papers } as const, { name: 'lay-out', strip } as const]) change(library, wall, command);
  return wall;
}

/** Does the command on the newest state. */
export function change(library: Library, wall: string, command: Command): void {
  commit(library, { wall, base: openWall(library, wall).history.revision, command, coalesce: null });
}

/**
 * What a teacher does in a long afternoon: 40 % moves, 30 % typing, 20 % style, 10 % adding and taking away.
 * @param random gives whole numbers from 0 up to, but without, its argument
 */
export function nextDeed({ strip }: Chart, random: (below: number) => number): Command {
  const elements = strip?.elements ?? [];
  const notes = elements.filter((element): element is ElementOf<'text'> => element.kind === 'text');
  const [any, text] = [elements[random(elements.length)]!, notes[random(notes.length)]!];
  const dice = random(100);
  if (dice < 40) return { name: 'change-elements', elements: [{ ...any, x: random(50_000) / 10, y: random(4000) / 10, byHand: true }] };
  if (dice < 70) return { name: 'reword', id: text.id, text: words(random), height: 10 + random(400) / 10 };
  if (dice < 90) return { name: 'change-elements', elements: [{ ...text, size: 8 + random(160) / 10, colour: '#17624a', byHand: true }] };
  return dice < 95 || notes.length < 20 ? { name: 'add-elements', elements: [note(random(1000))] } : { name: 'remove-elements', ids: [text.id] };
}

const WORDS = 'bees help flowers grow because they carry pollen from one to another and then there is fruit for everybody who likes it'.split(' ');
const words = (random: (below: number) => number): string => Array.from({ length: 4 + random(20) }, () => WORDS[random(WORDS.length)]).join(' ');

const placed = (index: number): Pick<Element, 'x' | 'y' | 'width' | 'height'> => ({ x: 80 * (index % 60), y: 60 + 12.5 * (index % 9), width: 74, height: 60 });

const typed = (paper: string, index: number): Element => ({ id: randomUUID(), kind: 'typed', ...placed(index), paper, size: 6 });

const note = (index: number): Element => ({
  id: randomUUID(),
  kind: 'text',
  ...placed(index),
  text: `What this one does well: ${index}`,
  face: 'andika',
  size: 9,
  leading: 1.3,
  align: 'start',
  colour: '#1f2430',
  bullet: 'none',
});
