export const libraryWords = {
  place: {
    none: (folder: string) => ({ message: `There is no library in ${folder}.`, hint: 'Check the folder’s name.' }),
    isFile: (folder: string) => ({ message: `${folder} is a file, not a folder.`, hint: 'Choose another place for the library.' }),
    synced: (by: string) =>
      `This library lies in “${by}”, a folder that is copied to the internet. Children’s work leaves this computer there, and the library can break while it is copied.`,
    network: (folder: string) => `This library lies on another computer: ${folder}. When the network drops, or someone opens it there too, it can break.`,
    openOnAnotherComputer: (computer: string) => ({
      message: `This library is open on another computer: ${computer}`,
      hint: 'Close it there first. If that computer was switched off while it was open, wait two minutes and try again.',
    }),
  },
  mark: {
    databaseMissing: (file: string) => ({
      message: `The library's database is missing or empty: ${file}`,
      hint: 'Nothing was changed, and every picture is still there. Put “library.db” back if it was moved; or give the copy beside it whose name ends in “.before” that name; or restore your newest backup.',
    }),
    noIdentity: { message: 'This library does not say which one it is.', hint: 'Nothing outside of it was changed. Restore your newest backup.' },
    anotherLibrary: (file: string) => ({
      message: `This database belongs to another library than the pictures beside it: ${file}`,
      hint: 'Nothing was changed. Put the right “library.db” back, or restore your newest backup. To go on with this database all the same, put it into a folder of its own.',
    }),
  },
  damaged: {
    message: 'The database of this library is damaged, so nothing in it is changed any more.',
    hint: 'What can still be read is shown. “Your walls” and Settings say what to do next.',
  },
  namesClosed: {
    message: 'The names of this library can’t be opened here.',
    hint: 'Open it where the names were typed, or remove the names and type them again.',
  },
  backup: {
    wrongPassphrase: {
      message: 'That is not the passphrase of this backup.',
      hint: 'Try again: small and capital letters count.',
    },
    needsPassphrase: {
      message: 'This backup is sealed by a passphrase.',
      hint: 'Type the passphrase that it was made with. Without it nobody can open it.',
    },
    newer: { message: 'This backup was made by a newer Stepwall.', hint: 'Nothing was changed. Bring it back with the newer version.' },
    changedMeanwhile: (path: string) => ({ message: `A file changed while the backup was made: ${path}`, hint: 'Make the backup again.' }),
    notProven: {
      message: 'The backup could not be read back as it was written.',
      hint: 'It was thrown away. Is the disk in order? Make it again, perhaps on another disk.',
    },
    damagedLibrary: (problem: string) => ({
      message: `No backup was made, since it could not be brought back: ${problem}`,
      hint: 'Keep the backups that you have. Look at what is damaged first.',
    }),
    snapshot: 'Copying the database …',
    writing: (done: number, of: number) => `Writing the backup: ${done} of ${of} MB`,
    readingBack: (done: number, of: number) => `Reading it back: ${done} of ${of} MB`,
    unpacking: (done: number, of: number) => `Bringing it back: ${done} of ${of} MB`,
    proving: 'Looking whether everything in it can be read …',
    unreadablePart: (what: string) => ({
      message: `Something in this backup can’t be read: ${what}.`,
      hint: 'Nothing was changed. Choose another backup.',
    }),
    notSwapped: (folder: string) => ({
      message: `The library’s folder could not be put aside: ${folder}`,
      hint: 'Nothing was changed. Close other programs that look into it (a window of files, a program that copies it), and try again.',
    }),
    notEmpty: (folder: string) => ({ message: `There are other files in ${folder}.`, hint: 'Name a folder with a library in it, an empty one, or a new one.' }),
    notWhole: { message: 'This is not a whole Stepwall backup.', hint: 'Nothing was changed. Choose a file whose name ends in “.stepwall”.' },
    before: (folder: string, day: string) => `${folder} before ${day}`,
    file: (day: string) => `Stepwall ${day}.stepwall`,
  },
  move: {
    copying: (done: number, of: number) => `Copying: ${done} of ${of} MB`,
    lastSteps: 'Looking whether everything has arrived …',
    noSafePlace: {
      message: 'No folder is known on this computer that nothing copies.',
      hint: 'Make a backup under Settings, and bring it back on a computer with a disk of its own.',
    },
    notProven: {
      message: 'Something did not arrive as it left.',
      hint: 'The library stays where it is, and nothing in it was changed. Is the disk in order? Try again.',
    },
    notEmpty: (folder: string) => ({ message: `There are other files in ${folder}.`, hint: 'Name an empty folder, or a new one. Nothing was changed.' }),
    inside: (folder: string) => ({
      message: `${folder} and the library’s folder lie in each other.`,
      hint: 'Name a folder beside it or elsewhere. Nothing was changed.',
    }),
    gone: (folder: string) => ({
      message: `This library was moved to ${folder}, and that folder is not there now.`,
      hint: 'Put in the stick or the disk that it lies on, or put the folder back. If it is gone for good, make an empty folder with that name, open Stepwall, and bring your newest backup back under Settings.',
    }),
    away: (computer: string, note: string) => ({
      message: `This library was moved out of this folder, to another one on the computer “${computer}”.`,
      hint: `Open Stepwall there. To begin a new library here, remove this file first: ${note}`,
    }),
  },
  /** Parts of a library that may not be readable, in the middle of a sentence. */
  part: {
    some: 'a part of the database',
    identity: 'which library it is',
    tables: 'the tables of its database are not Stepwall’s',
    database: 'its database is damaged',
    strays: 'something in its database belongs to nothing',
    wall: (title: string) => `the wall “${title}”`,
    papers: 'its papers',
    class: 'its class list',
    goals: 'its goals',
    lessons: 'its lessons',
  },
  mishap: {
    older: {
      what: (day: string) => `The library's database is older than the library: it was last open on ${day} with a newer one.`,
      wayOut: 'Put the newer “library.db” back',
    },
    'log-missing': {
      what: (day: string) => `The log of the library's database (“library.db-wal”) is missing: what was done last on ${day} may be lost.`,
      wayOut: 'Put the missing file back beside “library.db”',
    },
    'log-damaged': {
      what: (day: string) => `The log of the library's database (“library.db-wal”) was damaged: what was done last on ${day} may be lost.`,
      wayOut: 'Look whether what you did last is there, and do again what is not',
    },
    kept: (pictures: number, until: string) => ` Nothing was destroyed: ${pictures} pictures that it does not know are kept aside, sealed, until ${until}.`,
    told: (what: string, kept: string, wayOut: string) => `${what}${kept} ${wayOut}, or restore your newest backup; or go on with it as it is.`,
  },
  check: {
    databaseSays: (said: string) => `The database says: ${said}`,
    stray: (table: string) => `Something in “${table}” belongs to nothing.`,
    names: {
      missing: 'The file of pupils’ names is missing (“names.sealed”). Put it back, bring a backup back, or type the names again.',
      damaged: 'The file of pupils’ names is damaged (“names.sealed”). Bring a backup back; or remove all names under “Your class”, and type them again.',
    },
    draftsDamaged: 'What a screen had kept for later is damaged, and can’t be read.',
    keysDamaged: 'The file of keys is damaged: original pages and names can’t be opened.',
    copyMissing: (id: string) => `A clean copy is missing: ${id}.jpg`,
    copyDamaged: (id: string) => `A clean copy is damaged: ${id}.jpg`,
    sealedMissing: (id: string) => `A sealed page is missing: ${id}`,
    looking: 'Looking through the library',
    picture: (number: number, of: number) => `Looking at picture ${number} of ${of}`,
    sealedClosed: (id: string) => `A sealed page can’t be opened: ${id}`,
  },
} as const;
