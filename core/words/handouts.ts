/** What the handouts of a class say, in words a seven-year-old reads where a pupil has the paper. */
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
  says: 'Says the goal',
  saying: ['yes', 'symbol', 'not yet'],
  noGoal: 'choose a goal',
  observation: 'Visiting a writing lesson',
  observationGoal: 'The goal in this lesson',
  lookFor: 'What to look for',
  saw: 'What I saw the writers do',
  idea: 'One idea I take with me',
  noNames: 'No pupils’ names here, please: write “a writer”.',

  nothing: {
    noGoals: 'Nobody has a goal yet. Choose one for a pupil first.',
    nobody: 'There is nobody in the class yet. Add pupils first.',
    noSymbols: 'None of these goals has a symbol yet. Choose other skill sets or years.',
    cardGone: 'That good-sentence card is no longer in the bank.',
    nobodyForLabels: 'There is nobody in the class yet. Add pupils first, or print blank labels.',
    nobodyForSheets: 'There is nobody in the class yet. Add pupils first, or print sheets with numbers.',
  },
  pieces: {
    none: 'A page needs one row and one column of pieces or more.',
    noRoom: (columns: number, rows: number, width: number, height: number, sheet: string) =>
      `${columns} × ${rows} pieces of ${width} × ${height} mm do not fit on ${sheet} paper. Take fewer, or make them smaller.`,
    noLabel: (label: number, labels: number) => `There is no label ${label} on this sheet: it has ${labels}.`,
  },
  answerSheet: {
    notACode: (pupil: string) => `“${pupil}” cannot be a pupil’s code: use letters, digits, spaces and hyphens only.`,
    lines: (apart: number, least: number) => `Lines ${apart} mm apart cannot be written on. Choose from ${least} to 40 mm.`,
  },
  certificate: {
    title: 'Names taken off',
    file: 'Certificate',
    question: (question: string) => `“${question}”`,
    facts: (date: string, papers: number, pages: number) =>
      `${date} · ${papers} ${papers === 1 ? 'paper' : 'papers'}, ${pages} ${pages === 1 ? 'page' : 'pages'}`,
    more: (pages: number) => `and ${pages} more ${pages === 1 ? 'page' : 'pages'}`,
    hidden: {
      title: 'Hidden first',
      text: 'Every box was filled in the decoded picture of the original before anything else was made of it, in whole blocks of 16 by 16 pixels. What lay under it cannot have reached a copy.',
    },
    lookedAt: { title: 'Looked at', text: 'Of every page a person has said “no name to be seen”.' },
    pixels: { title: 'Nothing but pixels', text: 'The copies carry no camera data, no place, no date and no preview.' },
    read: {
      title: 'Read once more',
      byProgram: (found: string) => `A program read every copy and looked for the names of the class list. ${found}`,
      noList: 'There was no class list in Stepwall, so no names could be looked for.',
    },
    destroyed: {
      title: 'Originals destroyed',
      text: 'The key of the original pages was destroyed and the database rewritten. Backups that were made before still hold the originals: delete them too.',
    },
    not: {
      title: 'What this is not',
      text: 'Handwriting can still tell classmates who wrote. What a person wrote about themselves in the text was not judged.',
    },
    copies: 'The copies',
    lookedAgain: (pages: number) => `On ${pages} ${pages === 1 ? 'page' : 'pages'} something looked like one; a person looked again and said it is none.`,
    noneRead: 'None was read.',
    copiesBy: (digits: number) => `The first ${digits} digits of the SHA-256 of each copy:`,
  },
  team: {
    title: 'How our writers are going',
    days: (from: string, until: string) => `${from} to ${until}`,
    next: 'What we try next',
    writers: (writers: number) => (writers === 1 ? '1 writer' : `${writers} writers`),
    more: (left: number) => `and ${left} more`,
    seen: (seen: number, pupils: number, conferences: number) => `We sat beside ${seen} of ${pupils} writers, ${conferences} times in all.`,
    allHaveGoals: 'Every writer has a small step to work on.',
    withoutGoal: (without: number, pupils: number) => `${without} of ${pupils} are ready to choose a small step.`,
    mastered: {
      title: 'Into the ketes',
      none: 'Nothing in these weeks yet.',
    },
    stuck: {
      title: 'Five tries so far: is there a smaller step?',
      none: 'None now.',
    },
    unsaid: {
      title: 'Hard to say without the symbol',
      none: 'Every writer asked can say theirs.',
    },
  },
  file: {
    labels: 'Goal labels',
    strips: 'Goal strips',
    'draw-list': 'Symbols to draw',
    'sticker-charts': 'Sticker charts',
    kete: 'Kete',
    legend: 'Our symbols',
    'sentence-card': 'A good sentence',
    'conference-list': 'Conferences',
    observation: 'Visiting a lesson',
  },
  taskFile: {
    'answer-sheets': 'Answer sheets',
    slips: 'Glow and grow',
    'mini-chart': 'Desk chart',
    labels: 'Labels',
  },
  taskFileOf: (title: string, question: string) => `${title}, ${question}`,
  madeFile: (title: string) => `${title}.pdf`,
  miniChartFile: (title: string) => `${title}, for desks.pdf`,
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
