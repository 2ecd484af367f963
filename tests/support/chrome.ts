import { existsSync } from 'node:fs';

/** The browser of this machine; `STEPWALL_CHROME` names another. */
export function chromePath(): string | null {
  const places = [
    process.env['STEPWALL_CHROME'],
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ];
  return places.find((place) => place !== undefined && existsSync(place)) ?? null;
}
