/** Printers, and what is the matter with one. */
export const printingWords = {
  /** `problem` is one of `matter`. */
  printer: (printer: string, problem: string) => `The printer “${printer}” ${problem}.`,
  matter: {
    off: { problem: 'is off, or not connected', hint: 'Switch it on, look at its cable or Wi-Fi, and print again.' },
    noPaper: { problem: 'has no paper', hint: 'Put paper of the right size in.' },
    jam: { problem: 'has a paper jam', hint: 'Open it, take the paper out, and print the sheet again.' },
    open: { problem: 'is open', hint: 'Close its cover.' },
    noInk: { problem: 'has no ink or toner left', hint: 'Put a new cartridge in.' },
    driver: {
      problem: 'could not be given the pages: its driver failed',
      hint: 'Print the PDF from another program at “Actual size”, or choose another printer.',
    },
    paused: { problem: 'is paused', hint: 'Resume it in the computer’s printer settings.' },
    unsaid: { problem: 'does not print', hint: 'Look at it and at its queue in the computer’s printer settings.' },
  },
  /** What the teacher does in the program that opened. */
  viewerSteps: [
    'The PDF opens in the program that this computer has for PDFs.',
    'Press Ctrl+P and choose the printer.',
    'Look for “Size”, “Scale” or “More settings”, and choose “Actual size” or 100 %. Never “Fit” or “Shrink”.',
    'Choose one-sided, and print the first page only. Measure its ruler: 100 mm must be 100 mm.',
    'Then print the rest.',
  ],
  printerGone: (printer: string) => ({ message: `There is no printer called “${printer}” on this computer any more.`, hint: 'Choose another one.' }),
  handingOver: 'Handing the pages to the printer',
  notTaken: (printer: string) => ({
    message: `The printer “${printer}” did not take the pages.`,
    hint: 'Look at its queue in the computer’s printer settings, and print again.',
  }),
  printing: 'Printing',
  waiting: 'Waiting for the printer',
  noService: {
    message: 'This computer has no print service that Stepwall knows (CUPS).',
    hint: 'Save the PDF and print it from another program at “Actual size”.',
  },
  serviceSilent: {
    message: 'The computer’s print service does not answer.',
    hint: 'Restart the computer, or save the PDF and print it from another program at “Actual size”.',
  },
  opening: 'Opening the PDF',
  notOpened: { message: 'The PDF could not be opened.', hint: 'Save it, and open it from its folder.' },
} as const;
