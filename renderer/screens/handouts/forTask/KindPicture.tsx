import type { ReactNode } from 'react';
import { LinePicture } from '../../../components/LinePicture.tsx';
import type { TaskHandoutKind } from './taskHandoutChoice.ts';

/** Drawn on a 24 grid. */
const pictures: Record<TaskHandoutKind, string> = {
  'answer-sheets': 'M5 2.5h14v19H5zM8 5.5h2v2H8zM14 5.5h2v2h-2zM8 11h8M8 14.5h8M8 18h8',
  slips: 'M4 3h16v18H4zM4 12h16M12 3v18M6.5 7.5h3M8 6v3M16 6l2 3.5h-4zM6.5 16.5h3M8 15v3M16 15l2 3.5h-4z',
  'mini-chart': 'M2.5 7h19v10h-19zM6 14v-2M10 14v-4M14 14V9M18 14V8.5',
  labels: 'M4 3h16v18H4zM4 9h16M4 15h16M12 3v18',
};

export function KindPicture({ kind }: { kind: TaskHandoutKind }): ReactNode {
  return <LinePicture path={pictures[kind]} />;
}
