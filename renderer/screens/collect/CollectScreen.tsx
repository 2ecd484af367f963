import type { ReactNode } from 'react';
import type { Wall } from '../../api/useWall.ts';

export function CollectScreen({ wall }: { wall: Wall }): ReactNode {
  return <main className="screen">{wall.chart.title}</main>;
}
