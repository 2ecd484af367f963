/** A small bee and the way it came: SVG path data in mm, the bee's middle at `x`, `y`. */
export function beeDrawing(x: number, y: number): string[] {
  const at = (path: string): string =>
    path.replace(/(-?[\d.]+),(-?[\d.]+)/g, (_, dx: string, dy: string) => `${(x + Number(dx)).toFixed(2)} ${(y + Number(dy)).toFixed(2)}`);
  const body = 'M-9,0C-8.5,-6 8,-7 9.5,-0.4C9,5.5 -8.6,6.4 -9,0.5';
  const stripes = ['M-4.6,-4.2C-3.6,-1.5 -3.8,2 -4.7,4.2', 'M-0.8,-5C0.2,-1.8 0,2.2 -0.9,4.9', 'M3,-4.9C4,-1.8 3.8,2 2.9,4.7'];
  const wings = ['M-2,-4.8C-8,-13 -1.5,-15.5 0,-5', 'M0.6,-5.1C0,-14.5 8,-14 3,-4.9'];
  const face = ['M6.6,-1.6C6.9,-2.1 7.3,-1.2 6.7,-1.3', 'M6.4,1.6C7.1,2.4 7.9,2 8.3,1.2'];
  const feelers = ['M7.6,-3.4C8,-6.4 9.6,-7 10.6,-6.6', 'M8.4,-2.6C9.8,-4.9 11.6,-5 12.3,-4.3'];
  const flight = [
    'M-11.5,1C-13,1.6 -14,1.9 -15,1.8',
    'M-17,1.5C-18.4,1 -19.5,0 -20,-1',
    'M-20.6,-3C-20.5,-4.6 -19.6,-5.8 -18.4,-6',
    'M-16.6,-5.4C-15.8,-4 -16.2,-2.2 -17.5,-1',
  ];
  return [body, ...stripes, ...wings, ...face, ...feelers, ...flight].map(at);
}
