import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * Who may talk to the loopback host: whoever came with a ticket, and asks under the secret path that it was traded for. A path, unlike a cookie,
 * is sent by a browser to no other port and no other name of this computer.
 */
export interface Access {
  /** A ticket that works once, and not for long. @param onSpent is told when it was used or ran out */
  issue(onSpent?: () => void): string;
  /** Trades a ticket for the path that the window lives under, such as `/s/<secret>/`; null when it is wrong, was used or ran out. */
  trade(ticket: string): string | null;
  /** What an address asks for behind the secret path, beginning with `/`; null where it doesn't know the secret. */
  behind(pathname: string): string | null;
  /** What a second start of this user says, and whether it was said. */
  readonly key: string;
  isOurs(given: string | undefined): boolean;
}

/** Long enough for a slow browser to start, or a person to open the page by hand. */
const TICKET_MS = 5 * 60 * 1000;

export function createAccess(lifetimeMs = TICKET_MS): Access {
  const secret = randomBytes(32).toString('base64url');
  const key = randomBytes(32).toString('base64url');
  const open = new Map<string, () => void>();
  const spend = (ticket: string): boolean => {
    const onSpent = open.get(ticket);
    open.delete(ticket);
    onSpent?.();
    return onSpent !== undefined;
  };
  return {
    issue(onSpent) {
      const ticket = randomBytes(24).toString('base64url');
      const end = setTimeout(() => spend(ticket), lifetimeMs).unref();
      open.set(ticket, () => {
        clearTimeout(end);
        onSpent?.();
      });
      return ticket;
    },
    trade(given) {
      const ticket = [...open.keys()].find((one) => same(one, given));
      return ticket !== undefined && spend(ticket) ? `/s/${secret}/` : null;
    },
    behind(pathname) {
      const [, given = '', rest] = /^\/s\/([^/]*)(\/.*)$/.exec(pathname) ?? [];
      return rest !== undefined && same(given, secret) ? rest : null;
    },
    key,
    isOurs: (given) => same(given ?? '', key),
  };
}

const same = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
