/** Scanners, and what is the matter with one. */
export const scanningWords = {
  problem: {
    jam: {
      message: 'Paper is stuck in the scanner.',
      hint: 'Open it, take the stuck sheet out, and put it back with the sheets that are left. Then scan the rest.',
    },
    'cover-open': { message: 'The scanner’s cover is open.', hint: 'Close it, and scan the rest.' },
    empty: { message: 'There is no paper in the feeder.', hint: 'Put the sheets in until they click or the light comes on, and scan again.' },
    misfeed: { message: 'The feeder did not take the sheets one by one.', hint: 'Fan the pile, put it in again, and scan the rest.' },
    busy: { message: 'The scanner is busy with something else.', hint: 'Wait until it is free, and scan again.' },
    cut: { message: 'A page was cut off on its way.', hint: 'Put that sheet and those behind it back in, and scan the rest.' },
    'not-a-page': {
      message: 'The scanner sent something that is not a page.',
      hint: 'Scan again. If it stays so, scan to a folder and let Stepwall watch it.',
    },
    'too-large': { message: 'The scanner sent a page that is far too large.', hint: 'Choose 300 dpi, and scan the rest.' },
    silent: { message: 'The scanner does not answer.', hint: 'Is it on and awake? Is this computer on the same network? Then scan again.' },
    'not-a-scanner': {
      message: 'There is no scanner at this address that Stepwall can talk to.',
      hint: 'Look for “AirScan”, “eSCL” or “Mopria” in its settings, and switch it on.',
    },
    'not-allowed': {
      message: 'The scanner wants a password, or does not let computers scan.',
      hint: 'Ask who looks after it, or scan to a folder and let Stepwall watch it.',
    },
    'not-private': { message: 'Stepwall talks only to scanners on your own network.', hint: 'Type an address such as 192.168.1.20.' },
    'bad-address': { message: 'That is not an address.', hint: 'It looks like 192.168.1.20, and stands in the scanner’s network settings.' },
    'settings-refused': { message: 'The scanner does not scan like that.', hint: 'Choose another paper size or another number of dpi.' },
    'no-memory': { message: 'The scanner has no memory left for this.', hint: 'Choose fewer dpi, or scan fewer sheets at once.' },
    'taken-back': { message: 'The scan was stopped at the scanner.', hint: 'Scan the rest when you are ready.' },
    stumbled: { message: 'The scanner stopped by itself.', hint: 'Look at its display. Switch it off and on if it says nothing, and scan the rest.' },
    gone: { message: 'That scanner is not connected any more.', hint: 'Plug it in, switch it on, and look for scanners again.' },
  },
  looking: 'Looking for scanners on this computer and this school’s network',
  waiting: 'Waiting for the scanner',
  onMac: 'For a scanner with a cable, scan with Image Capture into a folder, and let Stepwall watch that folder.',
  noSane: {
    message: 'This computer has no program for scanners with a cable.',
    hint: 'Ask for “sane-utils” to be installed, or scan to a folder and let Stepwall watch it.',
  },
  noWia: { message: 'Stepwall can’t reach this computer’s scanners.', hint: 'Scan with the scanner’s own program into a folder, and let Stepwall watch it.' },
  nameless: 'Scanner',
  pageFile: (page: number, ending: string) => `Page ${page}${ending}`,
} as const;
