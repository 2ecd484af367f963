/** What a start in a browser says in the terminal. */
export const serveWords = {
  isOpen: (address: string) => `Stepwall is open. This page leads to it, once and within five minutes: ${address}\nPress Ctrl+C here to close it.`,
  isOpening: 'Stepwall opens in a browser window. Close the window to end it, or press Ctrl+C here.',
  isOpenAlready: 'Stepwall is open already: its window was brought to the front.',
  inYourBrowser:
    'Stepwall opened in your own browser, which remembers that it was there, but nothing that you typed. If other people use this browser, open a private window of it and start Stepwall again.',
  noBrowser: (address: string) => `No browser could be opened here. Open this page in one, within five minutes: ${address}`,
} as const;
