import type { ReactNode } from 'react';
import type { LessonKind, LoftyKind } from '../../../../core/lessons/lesson.ts';
import { LinePicture } from '../../../components/LinePicture.tsx';

/** Line drawings on a 24 grid: what happens in a lesson, and what its big idea is about. */
const drawings: Readonly<Record<LessonKind | LoftyKind, string>> = {
  modelled: 'M3 4h12v9H3zM6 8h6M18 20l-5-9M13.500 11.500l3-1.500M5 20l2-7M11 13l1 4',
  shared: 'M8 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM16 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM3 21v-3a5 5 0 0 1 9-3 5 5 0 0 1 9 3v3M8 18h8',
  guided: 'M12 7a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM3 21c0-7 4-11 9-11s9 4 9 11M7 21a2 2 0 1 1 0-4M12 21v-4M17 21a2 2 0 1 0 0-4',
  own: 'M4 20l1-4.500L16.500 4 20 7.500 8.500 19 4 20ZM14 6.500l3.500 3.500',
  free: 'M4 17c4-10 8 4 12-6 1-3 4-4 4-1 0 4-5 3-5 0M4 21h9',
  circle: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM8 10h.01M16 10h.01M8 14.500c2 2 6 2 8 0',
  publish: 'M12 6c-2-2-5-2.500-8-2v14c3-.5 6 0 8 2 2-2 5-2.500 8-2V4c-3-.5-6 0-8 2ZM12 6v14',
  content: 'M9 18h6M10 21h4M12 3a6 6 0 0 0-3.500 11c.5.500 1 1 1 2h5c0-1 .5-1.500 1-2A6 6 0 0 0 12 3Z',
  purpose: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 12h.01',
  language: 'M4 4h16v11H11l-5 5v-5H4zM8 8h8M8 11h5',
  creative: 'M12 3l2.500 6 6.500.500-5 4.200 1.600 6.300L12 16.500 6.400 20 8 13.700 3 9.500 9.500 9z',
};

export function LessonPicture({ of, size = 24 }: { of: LessonKind | LoftyKind; size?: number }): ReactNode {
  return <LinePicture path={drawings[of]} size={size} />;
}
