export const rankingWords = {
  unreadable: {
    vote: (judge: unknown) => `A vote of ${String(judge)} can’t be read.`,
    team: 'Who looks together at some papers can’t be read: say it again.',
  },
  voting: {
    paperGone: { message: 'That paper is no longer here.', hint: 'Another window may have erased it.' },
    voteGone: { message: 'That vote is no longer here.', hint: 'Its paper may have been erased.' },
    twice: { message: 'A look is at two papers, and each teacher votes once.' },
  },
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
