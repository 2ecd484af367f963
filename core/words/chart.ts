export const chartWords = {
  change: {
    levelTwice: { message: 'A level can stand on a scale only once.' },
    qualifierTwice: { message: 'That qualifier is on the chart already.' },
    elementTwice: { message: 'That is on the strip already.' },
    textGone: { message: 'That text is no longer on the strip.' },
    noStrip: { message: 'This chart has no strip yet.', hint: 'Lay it out first.' },
    qualifierGone: { message: 'That qualifier is no longer on the chart.' },
    levelGone: { message: 'That level is no longer on the chart.' },
    markGone: { message: 'That mark is no longer there.' },
    markTwice: { message: 'That mark is there already.' },
    markElsewhere: { message: 'A mark belongs to what is new at a level, on a paper that stands for it.' },
    elementGone: { message: 'Something you changed is no longer on the strip.' },
    elsewhere: { message: 'This wall was changed in another window.', hint: 'It is shown as it is now; do your last change again.' },
  },
  noLevel: (level: number, levels: number) => `There is no level ${level} in a chart of ${levels} levels.`,
  wall: {
    gone: { message: 'That wall is no longer here.' },
    unreadable: { message: 'This wall can’t be read as it is now.', hint: 'Its papers are still there. On “Your walls” you can go back to how it was before.' },
    noneReadable: {
      message: 'No earlier state of this wall can be read either.',
      hint: 'Its papers are still there. Bring a backup back under Settings to have this wall again.',
    },
    untitled: 'A wall that can’t be read',
    notInBin: { message: 'Only a wall in the bin can be destroyed.' },
    copyOf: (title: string) => `${title} (copy)`,
  },
  unreadable: {
    state: (title: string, day: string, time: string) => `The wall “${title}”: how it was on ${day} at ${time} can’t be read.`,
    now: (title: string) => `The wall “${title}” can’t be read as it is now. “Your walls” offers to go back to how it was before.`,
    print: (title: string) => `How the wall “${title}” is printed can’t be read: the usual settings are taken.`,
    version: (printedAt: unknown) => `What was printed at ${String(printedAt)} can’t be read.`,
  },
  sample: {
    year: (year: number) => `Year ${year}`,
    pageNotRead: (file: string) => ({ message: `A page of the sample class could not be read: ${file}` }),
    stopped: { message: 'Stopped.' },
    takingNamesOff: 'Taking the names off',
    paperNotOnce: 'Every paper must stand in the line exactly once.',
    notClimbing: "Each level's paper must stand higher in the line than the one before.",
  },
  strip: {
    subtitle: 'Where does my writing fall?',
    new: 'new at this level',
    kept: 'still here',
    dock: 'hold your page here',
    paperNotReady: 'paper not ready',
  },
  scale: {
    /** The words of a scale by how many levels it has. */
    words: {
      2: ['Starting', 'Flying'],
      3: ['Starting', 'Growing', 'Flying'],
      4: ['Starting', 'Growing', 'Strong', 'Flying'],
      5: ['Starting', 'Budding', 'Growing', 'Strong', 'Flying'],
    },
    step: (step: number) => `Step ${step}`,
  },
} as const;
