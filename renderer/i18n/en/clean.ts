export const clean = {
  title: 'clean',
} as const;
