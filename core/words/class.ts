export const classWords = {
  unreadable: (code: unknown) => `The pupil “${String(code)}” can’t be read.`,
  namesClosed: {
    message: 'The names of this library can’t be opened here.',
    hint: 'Add pupils without names, or open the library where the names were typed.',
  },
  pupilGone: { message: 'That pupil is no longer in the class.' },
} as const;
