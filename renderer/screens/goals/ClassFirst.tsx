import type { ReactNode } from 'react';
import { Icon } from '../../components/Icon.tsx';

/** An empty screen that says where to go first. */
export function ClassFirst({ title, hint, way, href }: { title: string; hint: string; way: string; href: string }): ReactNode {
  return (
    <main className="screen empty">
      <Icon name="people" size={48} />
      <h1>{title}</h1>
      <p>{hint}</p>
      <a className="button go" href={href}>
        {way}
      </a>
    </main>
  );
}
