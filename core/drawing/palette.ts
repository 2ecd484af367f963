/** The wall's fixed colours, from the look's tokens; the levels' own are in `ramp.ts`. Lines and grounds, then inks (contrast 7 or more on white). */
export const WALL = {
  sheet: '#ffffff',
  frame: '#cfc6b5',
  rule: '#cfe0f2',
  margin: '#e3a6a0',
  dash: '#a8946a',
  go: '#17624a',
  ink: '#1f2430',
  softInk: '#4a5160',
  dockInk: '#5c4f2e',
} as const;
