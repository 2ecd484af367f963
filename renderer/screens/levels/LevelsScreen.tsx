import type { ReactNode } from 'react';
import type { Wall } from '../../api/useWall.ts';

export function LevelsScreen({ wall }: { wall: Wall }): ReactNode {
  return <main className="screen">{wall.chart.title}</main>;
}
