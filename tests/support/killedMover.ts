import { openToBeKilled } from './toBeKilled.ts';

/** Moves the library to a safe place, to be killed in the middle of it: `node killedMover.ts <library> <home>`. */
const [folder = '', home = ''] = process.argv.slice(2);
const app = await openToBeKilled(folder, home, 'library.changed');
await app.services['library.move']({});
