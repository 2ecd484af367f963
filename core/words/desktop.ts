export const desktopWords = {
  menu: {
    file: '&File',
    saveBackup: 'Save a backup…',
    edit: '&Edit',
    view: '&View',
    normalSize: 'Normal size',
    larger: 'Larger',
    smaller: 'Smaller',
    fullScreen: 'Full screen',
    help: '&Help',
    about: 'About Stepwall',
  },
  notStarted: 'Stepwall could not start',
  windowStopped: {
    message: 'The window stopped working.',
    detail: 'Everything up to your last change is saved.',
    openAgain: 'Open it again',
    quit: 'Quit',
  },
} as const;
