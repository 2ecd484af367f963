import type { ReactNode } from 'react';

export function HomeScreen(): ReactNode {
  return <main className="screen" />;
}
