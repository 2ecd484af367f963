export const present = {
  title: 'present',
} as const;
