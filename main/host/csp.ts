/**
 * What the window may load: its own origin and nothing else. React Aria puts one rule into the page at run time; it is allowed by its hash alone
 * (`tests/e2e/policy.test.ts` fails when the library changes it).
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
