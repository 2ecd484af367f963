export const troubleWords = {
  database: {
    newer: { message: 'This library was made by a newer Stepwall.', hint: 'Nothing was changed. Open it with the newer version.' },
    otherBuild: { message: 'This library was made by another build of Stepwall.', hint: 'Nothing was changed. Open it with the build that made it.' },
    openElsewhere: { message: 'This library is open in another window of Stepwall.', hint: 'Close the other one first, or go on working there.' },
    rowDamaged: {
      message: 'A part of this library that is needed for it can’t be read.',
      hint: 'Nothing was changed. “Check this library” under Settings says which part it is.',
    },
    notOpened: (file: string) => ({
      message: `The library's database could not be opened: ${file}`,
      hint: 'Check that the disk is there and that you may write to the folder.',
    }),
    damaged: (file: string) => ({
      message: `The library's database is damaged: ${file}`,
      hint: 'Nothing was changed. Restore your newest backup, or the copy beside it whose name ends in “.before”.',
    }),
  },
  disk: {
    full: (folder: string) => ({ message: 'The disk is full.', hint: `Make room on the disk that holds ${folder} and try again. Nothing was lost.` }),
    notAllowed: (folder: string) => ({
      message: `Stepwall may not write here: ${folder}`,
      hint: 'Nothing was lost. Choose another folder, or ask whoever looks after this computer.',
    }),
    fileTooLarge: (folder: string) => ({
      message: 'This disk can’t hold a file that large.',
      hint: `Choose a folder on another disk than ${folder} and try again. Nothing was lost.`,
    }),
    inUse: (folder: string) => ({
      message: 'Another program is using a file that Stepwall needs.',
      hint: `Close the program that has something open in ${folder}, or wait a moment, and try again. Nothing was lost.`,
    }),
    notAnswering: (folder: string) => ({
      message: 'The disk does not answer as it should.',
      hint: `Is the stick or the network folder with ${folder} still there? Put it back and try again. If it is a disk of this computer, make a backup on another one soon.`,
    }),
    missing: (file: string) => ({
      message: `A file is not there any more: ${file}`,
      hint: 'Was it moved, or a stick taken out? “Check this library” under Settings says what else is missing.',
    }),
    wrongName: (file: string) => ({ message: `Nothing can be written under this name: ${file}`, hint: 'Choose a shorter name, or another folder.' }),
    tooMuchOpen: { message: 'This computer has too much open at once.', hint: 'Close other programs and try again. Nothing was lost.' },
    ofLibrary: 'your library',
  },
  keys: {
    byTheApp: { message: 'These pages were sealed by the Stepwall app.', hint: 'Open the library there to see the original pages.' },
    inTheBrowser: { message: 'These pages were sealed in the browser.', hint: 'Open the library there to see the original pages.' },
    damaged: (file: string) => ({
      message: `The file of keys is damaged: ${file}`,
      hint: 'Charts and clean copies are not touched by this; original pages and names can’t be opened.',
    }),
    keychainClosed: {
      message: 'The keychain of this computer does not open these pages.',
      hint: 'Sign in as the user who brought them in, and unlock the keychain.',
    },
  },
  sealed: {
    notOpened: { message: 'A sealed page could not be opened: its key does not fit or the file is damaged.', hint: 'Bring the paper in again.' },
    elsewhere: { message: 'The original page was sealed on another computer.', hint: 'It only opens there. Copies that were checked are here all the same.' },
    gone: { message: 'The original page is gone.', hint: 'The clean copies are still there.' },
  },
  file: {
    notOffered: { message: 'Nobody offered this file.' },
    notArrived: { message: 'A file did not arrive.', hint: 'Drop it again.' },
    some: 'a file',
    goneNamed: (name: string) => ({ message: `“${name}” is not there any more.`, hint: 'Was the stick taken out?' }),
    isFolder: (name: string) => ({ message: `“${name}” is a folder.`, hint: 'Choose the files in it.' }),
    notReadNamed: (name: string) => ({
      message: `“${name}” could not be read.`,
      hint: 'May you open it in another program? Copy it to this computer and add it again.',
    }),
    tooLargeNamed: (name: string) => ({ message: `“${name}” is larger than 300 MB.`, hint: 'Scan at 300 dpi, or split the file.' }),
    tooLarge: { message: 'This file is larger than 300 MB.', hint: 'Scan at 300 dpi, or split the file.' },
    notAsOffered: { message: 'A file did not come whole.', hint: 'Is it still being written? Add it again in a moment.' },
    noProgram: (name: string) => ({ message: `This computer has no program that opens “${name}”.`, hint: 'Save it, and open it on a computer that has one.' }),
    gone: { message: 'This file is not there any more.', hint: 'Make it again.' },
    withdrawn: { message: 'Something was destroyed while this file was made.', hint: 'So that nothing of it goes along, make the file again.' },
  },
  call: {
    unknown: { message: 'Stepwall does not know how to do that.', hint: 'Is the window older than the app? Close it and open it again.' },
    notUsable: { message: 'Something typed there can’t be used.', hint: 'Is it too long, or empty? Change it and try again.' },
  },
  unexpected: { message: 'Something went wrong in Stepwall.', hint: 'Nothing was lost. Try again; if it happens again, close Stepwall and open it anew.' },
  unexpectedInJob: { message: 'Something went wrong in Stepwall.', hint: 'Nothing was lost. Try again; if it happens again, tell us what you did.' },
  services: {
    notStarted: {
      message: 'Stepwall could not open its library.',
      hint: 'Nothing was lost. Close Stepwall and open it anew; if it happens again, restart the computer.',
    },
    interrupted: {
      message: 'This was interrupted: Stepwall had to open its library again.',
      hint: 'Look whether it was done; if not, do it again.',
    },
    interruptedJob: { message: 'This was interrupted: Stepwall had to open its library again.', hint: 'What was done by then is kept. Start it again.' },
  },
  entrance: {
    notEntered: 'Start Stepwall again: it opens its own window.',
    used: 'This address was used already, or is too old. Start Stepwall again: its window comes up.',
  },
  start: {
    notBuilt: { message: 'The window was not built yet.', hint: 'Run “npm start”, or “npm run build” once.' },
    portTaken: (port: number) => ({ message: `Another program uses port ${port}.`, hint: 'Leave --port away to take a free one.' }),
  },
  fontNotRead: (name: string) => `The font “${name}” cannot be read. Install Stepwall again.`,
} as const;
