/** Letters with an em of 11 mm are read from 2 m: a capital is then 7.8 mm, 13 minutes of arc. `em` in mm, the answer in metres. */
export function readFrom(em: number): string {
  return ((em * 2) / 11).toFixed(1);
}

/** mm as points of 1/72 inch. */
export function inPoints(mm: number): number {
  return Math.round((mm * 72) / 25.4);
}
