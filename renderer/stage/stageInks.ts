/** What stages and rulers draw by themselves: canvases can't read the stylesheet's tokens. What belongs to the wall is in core's palette. */
export const STAGE = {
  focus: '#1a5fd0',
  choosing: 'rgb(26 95 208 / 0.1)',
  seam: 'rgb(179 50 38 / 0.45)',
  seamLabel: '#7a5423',
  guide: '#c2185b',
  shadow: 'rgb(60 45 10 / 0.28)',
  missingPicture: '#f4efe4',
  ruler: '#fffdf8',
  rulerLine: '#b3a684',
  rulerInk: '#6d5f3e',
} as const;
