import { Component, type ReactNode } from 'react';
import { i18next } from '../words/setup.ts';
import { Button } from './Button.tsx';

/** What is shown when a screen breaks: what was finished is on the disk, and one button goes on from there. */
export class Rescue extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <main className="screen empty" role="alert">
        <h1>{i18next.t('broken')}</h1>
        <p>{i18next.t('broken_hint')}</p>
        <Button look="go" onPress={() => window.location.reload()}>
          {i18next.t('goOn')}
        </Button>
      </main>
    );
  }
}
