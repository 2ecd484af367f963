import type { Session } from 'electron';
import { isOurs } from './protocol.ts';

/** The window may show its own pages and nothing else: no camera, no devices, no downloads, no network. Electron grants what nobody denies. */
export function denyEverything(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !staysHere(url) }));
}

/** A second fence behind the page's own policy. */
const staysHere = (url: string): boolean => isOurs(url) || url.startsWith('blob:app://stepwall/') || url.startsWith('data:') || url.startsWith('devtools:');
