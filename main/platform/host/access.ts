import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Who may talk to the loopback host: whoever came with the ticket, which works once, and holds the cookie since. */
export interface Access {
  readonly ticket: string;
  /** Trades the ticket for a cookie; null when it is wrong or was used. */
  trade(ticket: string): string | null;
  holds(cookies: string | undefined): boolean;
}

const NAME = 'stepwall';

export function createAccess(): Access {
  const ticket = randomBytes(24).toString('base64url');
  const secret = randomBytes(32).toString('base64url');
  let used = false;
  return {
    ticket,
    trade(given) {
      if (used || !same(given, ticket)) return null;
      used = true;
      return `${NAME}=${secret}; HttpOnly; SameSite=Strict; Path=/`;
    },
    holds(cookies) {
      return (cookies ?? '').split(';').some((pair) => {
        const [name, value] = pair.trim().split('=');
        return name === NAME && same(value ?? '', secret);
      });
    },
  };
}

const same = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
