import type { Hand } from './hands.ts';

/** One made-up writer. In `written`, `~word~` is a word that the child crossed out. */
export interface Pupil {
  readonly name: string;
  readonly written: string;
  readonly hand: Hand;
  /** Some children have time left for a drawing. */
  readonly drawsBee?: boolean;
}

export const TASK = {
  question: 'Why do bees matter?',
  subject: 'Writing / explaining',
  year: 4,
  focus: 'explains why',
  minutes: 5,
  paper: { name: 'half-a4-landscape', widthMm: 210, heightMm: 148.5 },
} as const;

/**
 * The class from the lowest response to the highest, judged by how well it explains why. Neat and correct papers stand
 * low, badly spelt ones high: spelling is not what this line is about.
 */
export const LOWEST_TO_HIGHEST: readonly Pupil[] = [
  {
    name: 'Kenji',
    written: 'bees are good',
    hand: { font: 'shadows', xHeight: 5.6, ink: 'pencil', press: 0.16, unsteady: 1.3, gap: 1.3 },
  },
  {
    name: 'Noor',
    written: 'I like bees. They are yellow and black and they go bzzzz in the garden.',
    hand: { font: 'patrick', xHeight: 3.5, ink: 'blue pen', press: 0.05, unsteady: 0.6, gap: 1.2 },
    drawsBee: true,
  },
  {
    name: 'Sefina',
    written: 'thay mak us huny and I hav it on tost',
    hand: { font: 'gochi', xHeight: 4.1, ink: 'pencil', press: 0.02, unsteady: 1.2, gap: 1.4 },
  },
  {
    name: 'Lachlan',
    written: 'We need bees ~becos~ becuase they help flowers.',
    hand: { font: 'schoolbell', xHeight: 3.7, ink: 'pencil', press: 0.04, unsteady: 1, gap: 1.3 },
  },
  {
    name: 'Priya',
    written:
      'Bees are important because they make honey. I saw a big fluffy bumble bee in my garden. It had yellow dust all over its legs and it was very cute.',
    hand: { font: 'kalam', xHeight: 3.2, ink: 'blue pen', press: 0.04, unsteady: 0.5, gap: 1.2 },
  },
  {
    name: 'Tāmati',
    written: 'bees matter becuse they polinat the flowrs and they giv us huny. mānuka huny is good wen you hav a sor ~throt~ throte',
    hand: { font: 'reenie', xHeight: 3.7, ink: 'pencil', press: 0.13, unsteady: 1.1, gap: 1.3 },
  },
  {
    name: 'Amara',
    written: 'Bees matter because they help the flowers grow and they make honey. They make wax for candels too.',
    hand: { font: 'indie', xHeight: 3.6, ink: 'pencil', press: 0.06, unsteady: 0.8, gap: 1.3 },
  },
  {
    name: 'Mateo',
    written:
      'bees get polin on ther fury legs when thay drink necter. then it ruds off on the next flowr so the flowr can make seeds. no bees meens no seeds so no new plants',
    hand: { font: 'gloria', xHeight: 3.6, ink: 'pencil', press: 0, unsteady: 1.1, gap: 1.2 },
  },
  {
    name: 'Oliver',
    written: "Bees carry pollen from flower to flower. If we lose the bees then plants can't make seeds, so the animals that eat the plants would go hungrey.",
    hand: { font: 'schoolbell', xHeight: 3.4, ink: 'blue pen', press: 0.04, unsteady: 0.7, gap: 1.3 },
  },
  {
    name: 'Yusuf',
    written:
      'Bees are important because they take pollen from one mānuka flower to another. Then the flowers turn into seeds and new trees grow. The new trees give tūī a place to nest. So if there were no bees the bush ~woud~ would slowly disapear.',
    hand: { font: 'patrick', xHeight: 3.2, ink: 'pencil', press: 0.08, unsteady: 0.9, gap: 1.2 },
  },
  {
    name: 'Sofia R.',
    written:
      'Bees mater becos thay move polin so frute can gro, and becos birds eat the frute. My koro has kiwifrute in Te Puke. One yeer it raned and the bees stayd in ther hives and he got haf as meny. So no bees meens no frute and then hungrey birds.',
    hand: { font: 'nanum', xHeight: 3.6, ink: 'pencil', press: 0.06, unsteady: 1.1, gap: 1.3 },
  },
  {
    name: 'Aroha',
    written:
      "Bees matter because lots of our food needs them. They carry pollen so that fruit can grow. Without bees there would be less fruit, so animals and people would go hungry. For example, we put a net over one strawbery plant so bees couldn't get in. It grew 2 strawberies and the other plant grew 11.",
    hand: { font: 'caveat', xHeight: 3.2, ink: 'blue pen', press: 0.02, unsteady: 0.7, gap: 1.2 },
  },
];

export interface PlannedLevel {
  readonly label: string;
  readonly name: string;
  /** Whose paper stands for this level. */
  readonly pupil: string;
  readonly new: readonly string[];
  readonly kept: readonly string[];
}

/** The lowest level has nothing below it to keep. */
export const LEVELS: readonly PlannedLevel[] = [
  { label: '0', name: 'Starting', pupil: 'Kenji', new: ['Says something about bees'], kept: [] },
  { label: '1', name: 'One reason', pupil: 'Lachlan', new: ['Gives one reason', 'Uses because'], kept: ['Is about bees'] },
  { label: '2', name: 'More reasons', pupil: 'Amara', new: ['Adds a second reason'], kept: ['Uses because'] },
  {
    label: '3',
    name: 'Cause and effect',
    pupil: 'Oliver',
    new: ['Shows what happens next', 'Joins ideas with if, then or so'],
    kept: ['Has more than one idea'],
  },
  {
    label: '4',
    name: 'With proof',
    pupil: 'Aroha',
    new: ['Gives an example that proves it', 'Tells what we saw or counted'],
    kept: ['Shows what happens next', 'Has more than one reason'],
  },
];

/** The order in which the pile was picked up: photographed first, the rest through the scanner. Places in the line. */
export const PHOTOGRAPHED: readonly number[] = [6, 0, 11, 3, 9, 1, 8, 4];
export const SCANNED: readonly number[] = [7, 2, 10, 5];

/** The goals of the starter bank that lead to what a level adds. */
export const GOALS_OF: Readonly<Record<string, readonly string[]>> = {
  'Says something about bees': ['PR6', 'DE19'],
  'Gives one reason': ['SE4', 'PR6'],
  'Uses because': ['SE4'],
  'Adds a second reason': ['SE13', 'PR22'],
  'Shows what happens next': ['SE21', 'SE15'],
  'Joins ideas with if, then or so': ['SE21', 'SE3'],
  'Gives an example that proves it': ['DE22', 'DE6'],
  'Tells what we saw or counted': ['DE11', 'DE4'],
};
