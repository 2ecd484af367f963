export const design = {
  title: 'design',
} as const;
