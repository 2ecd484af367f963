import type { ReactNode } from 'react';
import { LinePicture } from './LinePicture.tsx';

/** Line drawings of the app's own, on a 24 grid. */
const paths = {
  undo: 'M9 6L4 11l5 5M4.5 11H14a5.5 5.5 0 0 1 0 11h-3',
  redo: 'M15 6l5 5-5 5M19.5 11H10a5.5 5.5 0 0 0 0 11h3',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  close: 'M6 6l12 12M18 6L6 18',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  left: 'M15 5l-7 7 7 7',
  right: 'M9 5l7 7-7 7',
  up: 'M5 15l7-7 7 7',
  down: 'M5 9l7 7 7-7',
  turn: 'M20 11a8 8 0 1 0-2.5 6.5M20 5v6h-6',
  turnBack: 'M4 11a8 8 0 1 1 2.5 6.5M4 5v6h6',
  zoomIn: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM20 20l-4.7-4.7M10.5 7.5v6M7.5 10.5h6',
  zoomOut: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM20 20l-4.7-4.7M7.5 10.5h6',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  bin: 'M5 7h14M10 7V4.5h4V7M7 7l1 13h8l1-13',
  copy: 'M9 9h11v11H9zM15 9V4H4v11h5',
  pen: 'M4 20l1-4.5L16.5 4 20 7.5 8.5 19 4 20Z',
  split: 'M12 4v16M4 8h4M4 12h4M4 16h4M16 8h4M16 12h4M16 16h4',
  join: 'M4 6h7v12H4zM13 6h7v12h-7z',
  crop: 'M7 3v14h14M3 7h14v14',
  text: 'M5 6h14M12 6v13',
  arrow: 'M5 19L19 5M10 5h9v9',
  box: 'M4 5h16v14H4z',
  side: 'M3 5h8v14H3zM13 5h8v14h-8z',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  screen: 'M3 5h18v11H3zM9 20h6M12 16v4',
  people: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c0-3.6 2.9-6 6.5-6s6.5 2.4 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5c2.2.8 3.5 2.800 3.5 5.5',
  front: 'M8 8h11v11H8zM5 15H4V4h11v1',
  back: 'M5 5h11v11H5zM19 9h1v11H9v-1',
  drag: 'M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01',
  alignLeft: 'M4 4v16M8 6h12v4H8zM8 14h7v4H8z',
  alignCentre: 'M12 4v2M12 10v4M12 18v2M5 6h14v4H5zM8 14h8v4H8z',
  alignRight: 'M20 4v16M4 6h12v4H4zM9 14h7v4H9z',
  alignTop: 'M4 4h16M6 8h4v12H6zM14 8h4v7h-4z',
  alignMiddle: 'M4 12h2M10 12h4M18 12h2M6 5h4v14H6zM14 8h4v8h-4z',
  alignBottom: 'M4 20h16M6 4h4v12H6zM14 9h4v7h-4z',
  spreadAcross: 'M4 4v16M20 4v16M10 7h4v10h-4z',
  spreadDown: 'M4 4h16M4 20h16M7 10h10v4H7z',
  dock: 'M4 6h3M10 6h4M17 6h3v3M20 12v3M20 18h-3M14 18h-4M7 18H4v-3M4 12V9',
  paper: 'M6 3h9l4 4v14H6zM9 11h7M9 15h7',
  across: 'M3 7h18v10H3zM9 7v10M15 7v10',
  upwards: 'M7 3h10v18H7zM7 9h10M7 15h10',
  scan: 'M3 14h18v6H3zM6 14L4.5 9H17l2.5 5M6 9V4h9v5M17 17h.01',
  camera: 'M3 7h4l2-3h6l2 3h4v12H3zM12 16.5a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7Z',
  folder: 'M3 6h7l2 2.500h9V19H3z',
} as const;
export type IconName = keyof typeof paths;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }): ReactNode {
  return <LinePicture path={paths[name]} size={size} pen={name === 'more' || name === 'drag' ? 3 : 2} />;
}
