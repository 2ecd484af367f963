export const goals = {
  parts_label: 'Parts of the goals',
  parts: { confer: 'Conferences', class: 'Goals and ketes', tomorrow: 'Tomorrow', groups: 'Groups', lessons: 'Lessons', bank: 'Goal bank' },
} as const;
