export const rankingWords = {
  advice: {
    noVotes: 'Nobody has voted yet.',
    tooFewPapers: (papers: number) => `There are only ${papers} papers, and each level needs one of its own.`,
    allHold: (levels: number) => `All ${levels} levels are told apart.`,
    fewer: (levels: number, fewer: number) =>
      `These papers carry ${fewer} levels honestly, not ${levels}: some neighbours are too close to tell which is better.`,
    gap: (level: number) =>
      `Between level ${level} and level ${level + 1} a paper is missing: look for one that is better than the first and not as good as the second.`,
    alone: 'One teacher alone can’t know what all would say: ask a colleague, or look again another day.',
  },
} as const;
