export const chartWords = {
  change: {
    levelTwice: { message: 'A level can stand on a scale only once.' },
    qualifierTwice: { message: 'That qualifier is on the chart already.' },
    elementTwice: { message: 'That is on the strip already.' },
    textGone: { message: 'That text is no longer on the strip.' },
    noStrip: { message: 'This chart has no strip yet.', hint: 'Lay it out first.' },
    qualifierGone: { message: 'That qualifier is no longer on the chart.' },
    levelGone: { message: 'That level is no longer on the chart.' },
    elementGone: { message: 'Something you changed is no longer on the strip.' },
    elsewhere: { message: 'This wall was changed in another window.', hint: 'It is shown as it is now; do your last change again.' },
  },
  noLevel: (level: number, levels: number) => `There is no level ${level} in a chart of ${levels} levels.`,
  wall: {
    gone: { message: 'That wall is no longer here.' },
    notInBin: { message: 'Only a wall in the bin can be destroyed.' },
    copyOf: (title: string) => `${title} (copy)`,
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
