import type { Bridge } from '../../core/contract/bridge.ts';
import type { Wire } from './createApi.ts';

/** The shell's wire: what the preload exposes. */
export const bridgeWire = (bridge: Bridge): Wire => ({
  send: (name, input) => bridge.invoke(name, input),
  listen: (event, listener) => bridge.listen(event, listener),
});
