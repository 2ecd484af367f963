export const lessonWords = {
  why: {
    sameGoal: (goal: string) => `All of them work on “${goal}”.`,
    sameSkill: 'Their goals are neighbours in the same skill set.',
    pair: (goal: string) => `One has “${goal}” in the kete, one works on it.`,
    circle: 'Different writers listen to each other.',
  },
  pupilTwice: { message: 'A pupil can be in a group only once.' },
} as const;
