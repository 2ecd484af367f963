export const lineUp = {
  title: 'lineUp',
} as const;
