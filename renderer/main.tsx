import './withoutEval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Bridge } from '../core/contract/bridge.ts';
import { AppProvider } from './api/app.tsx';
import { bridgeWire } from './api/bridgeWire.ts';
import { createApi } from './api/createApi.ts';
import { browserDesktop, shellDesktop } from './api/desktop.ts';
import { httpWire } from './api/httpWire.ts';
import { App } from './App.tsx';
import { listenForKeys } from './keys/useKeys.ts';
import './words/setup.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';

const { bridge } = window as unknown as { bridge?: Bridge };
const api = createApi(bridge === undefined ? httpWire() : bridgeWire(bridge));
const desktop = bridge === undefined ? browserDesktop(api) : shellDesktop(bridge);
listenForKeys();
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <AppProvider api={api} desktop={desktop}>
        <App />
      </AppProvider>
    </StrictMode>,
  );
}
