import type { Session } from 'electron';
import { isOurs, ORIGIN } from './protocol.ts';

/**
 * The window may show its own pages and see through a camera, and nothing else: no microphone, no devices, no downloads, no network.
 * Electron grants what nobody denies.
 */
export function allowCameraOnly(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const kinds = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    answer(permission === 'media' && kinds.length > 0 && kinds.every((kind) => kind === 'video') && isOurs(details.requestingUrl));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, origin, details) => permission === 'media' && details.mediaType === 'video' && (origin === ORIGIN || isOurs(origin)),
  );
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !staysHere(url) }));
}

/** A second fence behind the page's own policy. */
const staysHere = (url: string): boolean => isOurs(url) || url.startsWith('blob:app://stepwall/') || url.startsWith('data:') || url.startsWith('devtools:');
