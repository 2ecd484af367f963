/**
 * Who may import whom: each room, and the rooms it may know besides itself. Type-only imports count. A room is a folder, or a file at the top of
 * a floor; the longest path that fits says which. Lint and `tests/structure` read this table, and the structure test proves that it has no circle.
 */
const areas = ['core/capture', 'core/ranking', 'core/class', 'core/sheets', 'core/chart', 'core/goals', 'core/lessons', 'core/handouts', 'core/library'];
const spoken = ['core/kernel', 'core/words'];
const drawn = [...spoken, 'core/text', 'core/drawing'];
const core = [...drawn, ...areas, 'core/contract'];
const engines = ['main/engines/imaging', 'main/engines/pdf', 'main/engines/scanning', 'main/engines/printing'];
const ground = [...core, 'main/platform', ...engines];

export const arrows = {
  // The ground floor imports nothing of ours.
  'core/kernel': [],
  // Everything that core and main say to a person; no logic.
  'core/words': ['core/kernel'],
  'core/text': spoken,
  'core/drawing': [...spoken, 'core/text'],
  // Areas: what a thing is and what can happen to it.
  'core/class': ['core/kernel'],
  'core/library': ['core/kernel'],
  'core/capture': spoken,
  'core/ranking': ['core/kernel', 'core/words'],
  'core/sheets': drawn,
  'core/chart': [...drawn, 'core/capture', 'core/sheets'],
  'core/goals': [...spoken, 'core/class'],
  'core/lessons': [...spoken, 'core/goals'],
  'core/handouts': [...drawn, 'core/sheets', 'core/chart', 'core/goals'],
  // Calls only; nothing in core knows it.
  'core/contract': ['core/kernel', ...areas],

  // What the computer gives: files, processes, wires.
  'main/platform': core,
  // What does hard work and knows no library.
  'main/engines/imaging': [...core, 'main/platform'],
  'main/engines/pdf': [...core, 'main/platform'],
  'main/engines/printing': [...core, 'main/platform'],
  'main/engines/scanning': [...core, 'main/platform'],
  // Use cases with their own SQL.
  'main/library': ground,
  'main/class': [...ground, 'main/library'],
  'main/capture': [...ground, 'main/library', 'main/class'],
  'main/chart': [...ground, 'main/library', 'main/capture'],
  'main/sheets': [...ground, 'main/library', 'main/capture', 'main/chart'],
  'main/goals': [...ground, 'main/library', 'main/class', 'main/chart'],
  'main/lessons': [...ground, 'main/library', 'main/class', 'main/goals'],
  'main/handouts': [...ground, 'main/library', 'main/class', 'main/capture', 'main/chart', 'main/sheets', 'main/goals', 'main/lessons'],
  // Puts the areas together, and what stands on it.
  'main/app': [...ground, 'main/library', 'main/class', 'main/capture', 'main/chart', 'main/sheets', 'main/goals', 'main/lessons', 'main/handouts'],
  // All services in a process of their own; what shows the window speaks to it and knows none of them.
  'main/service.ts': [...ground, 'main/app'],
  'main/electron': [...core, 'main/platform'],
  'main/commandLine.ts': [],
  'main/serve.ts': [...core, 'main/platform', 'main/commandLine.ts'],
  'main/commands.ts': [...ground, 'main/library', 'main/capture', 'main/chart', 'main/sheets', 'main/app', 'main/commandLine.ts'],
  'main/cli.ts': [...core, 'main/platform', 'main/commandLine.ts', 'main/serve.ts', 'main/commands.ts'],

  // The window: the same areas in `screens`.
  renderer: core,
};

/** The room that a file lies in, by its path from the project's root; null outside of the table. */
export function roomOf(path) {
  const rooms = Object.keys(arrows).filter((room) => path === room || path.startsWith(`${room}/`));
  return rooms.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** Why a file may not import another, or null where it may. Both are paths from the project's root. */
export function forbidden(from, to) {
  const [here, there] = [roomOf(from), roomOf(to)];
  if (here === null || here === there) return null;
  if (there !== null && arrows[here].includes(there)) return null;
  return `${here} may not know ${there ?? to} (see build/arrows.mjs)`;
}
