import i18next from 'i18next';
import type { Reply } from '../../core/kernel/refusal.ts';
import type { Wire } from './createApi.ts';

const lost = (): Reply => ({ ok: false, error: { code: 'internal', message: i18next.t('lost'), hint: i18next.t('lost_hint') } });

/**
 * The loopback wire. One event stream serves all listeners; the browser opens it again by itself when it breaks.
 * @param base where the window lives; by default the page's own address, whose path is the secret that lets it in
 */
export function httpWire(base = ''): Wire {
  let source: EventSource | null = null;
  return {
    async send(name, input) {
      try {
        const response = await fetch(`${base}api/${name}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(input) });
        return response.ok ? ((await response.json()) as Reply) : lost();
      } catch {
        return lost();
      }
    },
    listen(event, listener) {
      source ??= new EventSource(`${base}events`);
      const hear = (message: Event): void => {
        if ('data' in message) listener(JSON.parse(String(message.data)));
      };
      source.addEventListener(event, hear);
      return () => source?.removeEventListener(event, hear);
    },
  };
}
