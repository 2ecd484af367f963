export const levels = {
  title: 'levels',
} as const;
