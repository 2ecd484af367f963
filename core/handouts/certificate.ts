import { z } from 'zod';
import type { Mark } from '../drawing/mark.ts';
import type { Fonts } from '../text/fonts.ts';
import type { SheetSize } from '../sheets/sheetSize.ts';
import { HANDOUT_GREY, POINT, rule, sizeToFit, wordsIn, type DrawnPage } from '../drawing/drawnPage.ts';
import { handoutWords } from '../words/handouts.ts';

export const CertificateFacts = z
  .object({
    question: z.string(),
    /** Year, month and day. */
    date: z.string(),
    papers: z.int(),
    /** SHA-256 of each clean copy, in hexadecimal. */
    copies: z.array(z.string()).readonly(),
    /** There was a class list, and the copies were read once more to look for its names. */
    namesRead: z.boolean(),
    /** Copies on which something looked like a name, and a person said that it is none. */
    lookedAgain: z.int(),
  })
  .readonly();
export type CertificateFacts = z.infer<typeof CertificateFacts>;

const MARGIN = 20;
const SIZE = 10.5 * POINT;
const SMALL = 8 * POINT;
/** Digits of a SHA-256 that are shown: enough to tell any two copies of a school apart. */
const DIGITS = 12;
const COLUMNS = 6;
const LINE = 4.2;

/** One page that says what was done about a class's names, and by which copies it can be checked. Nobody is named on it. */
export function certificate(fonts: Fonts, sheetSize: SheetSize, facts: CertificateFacts): DrawnPage {
  const width = sheetSize.width - 2 * MARGIN;
  const marks: Mark[] = [];
  let y = MARGIN;
  const say = (text: string, { size = SIZE, face = 'andika', after = 3, colour = '#1f2430' }: Partial<Saying> = {}): void => {
    const said = wordsIn(fonts, text, { x: MARGIN, y, width, height: 0 }, size, { face, colour });
    marks.push(...said.marks);
    y += said.height + after;
  };
  const question = { x: MARGIN, y: 0, width, height: 16 };
  say(handoutWords.certificate.title, { size: 22 * POINT, face: 'andika-bold', after: 2 });
  say(handoutWords.certificate.question(facts.question), { size: sizeToFit(fonts, facts.question, question, 13 * POINT, 9 * POINT), after: 4 });
  say(handoutWords.certificate.facts(facts.date, facts.papers, facts.copies.length), { after: 4, colour: HANDOUT_GREY });
  marks.push(rule(MARGIN, y, MARGIN + width, y, HANDOUT_GREY));
  y += 5;
  for (const [title, text] of paragraphs(facts)) {
    say(title, { face: 'andika-bold', after: 0.5 });
    say(text);
  }
  const room = Math.floor((sheetSize.height - MARGIN - 8 - y) / LINE) * COLUMNS;
  const shown = facts.copies.slice(0, Math.max(0, room));
  shown.forEach((copy, index) => {
    const box = { x: MARGIN + ((index % COLUMNS) * width) / COLUMNS, y: y + Math.floor(index / COLUMNS) * LINE, width: width / COLUMNS, height: LINE };
    marks.push(...wordsIn(fonts, copy.slice(0, DIGITS), box, SMALL).marks);
  });
  if (shown.length < facts.copies.length) {
    y += Math.ceil(shown.length / COLUMNS) * LINE;
    say(handoutWords.certificate.more(facts.copies.length - shown.length), { size: SMALL });
  }
  return { width: sheetSize.width, height: sheetSize.height, marks };
}

interface Saying {
  readonly size: number;
  readonly face: 'andika' | 'andika-bold';
  readonly after: number;
  readonly colour: string;
}

function paragraphs({ namesRead, lookedAgain }: CertificateFacts): [string, string][] {
  const { hidden, lookedAt, pixels, destroyed, not } = handoutWords.certificate;
  const again = lookedAgain === 0 ? handoutWords.certificate.noneRead : handoutWords.certificate.lookedAgain(lookedAgain);
  return [
    [hidden.title, hidden.text],
    [lookedAt.title, lookedAt.text],
    [pixels.title, pixels.text],
    [handoutWords.certificate.read.title, namesRead ? handoutWords.certificate.read.byProgram(again) : handoutWords.certificate.read.noList],
    [destroyed.title, destroyed.text],
    [not.title, not.text],
    [handoutWords.certificate.copies, handoutWords.certificate.copiesBy(DIGITS)],
  ];
}
