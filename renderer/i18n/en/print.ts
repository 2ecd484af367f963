export const print = {
  title: 'print',
} as const;
