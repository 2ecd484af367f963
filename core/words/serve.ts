/** What a start in a browser says in the terminal. */
export const serveWords = {
  isOpen: (address: string) => `Stepwall is open. Open this page in a browser: ${address}\nPress Ctrl+C here to close it.`,
  isOpening: 'Stepwall opens in a browser window. Close the window to end it, or press Ctrl+C here.',
  isOpenAlready: 'Stepwall is open already: its window was brought to the front.',
  inYourBrowser:
    'Stepwall opened in your own browser, which may remember that it was there. To leave nothing in it, start “npm run -s stepwall -- serve” instead and open the page that it names in a private window.',
  noBrowser: (address: string) => `No browser could be opened here. Open this page in one: ${address}`,
} as const;
