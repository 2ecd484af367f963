/** What the papers of a class say, in words a seven-year-old reads where a pupil has the paper. */
export const handoutWords = {
  glow: 'Glow',
  grow: 'Grow',
  byMyself: 'I did it by myself',
  drawThese: 'Draw these at the top of the page',
  stickerFoot: 'One box each day I do it by myself.',
  kete: 'My kete',
  keteEmpty: 'Ready for my first skill.',
  keteFoot: 'What is in my kete stays in my kete.',
  legend: 'Our symbols',
  sentence: 'What makes a good sentence',

  conferences: 'Conferences',
  outcome: 'How it went',
  outcomes: ['not yet', 'tried', 'with help', 'by myself'],
  praise: 'Praise',
  praises: ['content', 'words', 'ideas'],
  says: 'Says the goal',
  saying: ['yes', 'symbol', 'not yet'],
  noGoal: 'choose a goal',
  observation: 'Visiting a writing lesson',
  observationGoal: 'The goal in this lesson',
  lookFor: 'What to look for',
  saw: 'What I saw the writers do',
  idea: 'One idea I take with me',
  noNames: 'No pupils’ names here, please: write “a writer”.',
} as const;

/** Where a goal was seen, by the names of the log. */
export const contextWords = {
  writing: 'writing',
  inquiry: 'inquiry',
  notes: 'notes',
  diagram: 'diagrams',
  maths: 'maths',
  other: 'elsewhere',
} as const;
