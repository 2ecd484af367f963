export const lessonWords = {
  unreadable: {
    lesson: (date: unknown) => `A lesson of ${String(date)} can’t be read.`,
    group: (date: unknown) => `A group of ${String(date)} can’t be read.`,
    member: (group: unknown) => `A pupil in a group can’t be read: ${String(group)}`,
    note: (date: unknown) => `A note of the team of ${String(date)} can’t be read.`,
  },
  why: {
    sameGoal: (goal: string) => `All of them work on “${goal}”.`,
    sameSkill: 'Their goals are neighbours in the same skill set.',
    pair: (goal: string) => `One has “${goal}” in the kete, one works on it.`,
    circle: 'Different writers listen to each other.',
  },
  pupilTwice: { message: 'A pupil can be in a group only once.' },
} as const;
