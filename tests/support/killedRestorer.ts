import { openToBeKilled } from './toBeKilled.ts';

/** Brings a backup back, to be killed in the middle of it: `node killedRestorer.ts <library> <home> <backup> <passphrase>`. */
const [folder = '', home = '', backup = '', passphrase = ''] = process.argv.slice(2);
const app = await openToBeKilled(folder, home, 'library.changed');
await app.services['library.restore']({ file: app.exchange.offerPath(backup), passphrase });
