import { setTimeout as later } from 'node:timers/promises';
import { openApp } from '../../main/app/openApp.ts';
import { madeUpImaging } from './madeUpImaging.ts';

/** Brings a backup back, to be killed in the middle of it: `node killedRestorer.ts <library> <home> <backup> <passphrase>`. Says a line when it begins, and one when it is done. */
const [folder = '', home = '', backup = '', passphrase = ''] = process.argv.slice(2);
const app = openApp({
  folder,
  home,
  imaging: madeUpImaging(() => Buffer.alloc(0)),
  log: (error) => process.stderr.write(`${String(error)}\n`),
  tell: (event) => {
    if (event === 'library.changed') process.stdout.write('done\n');
  },
});
process.stdout.write('begins\n');
// Whoever kills at once is to be in time.
await later(25);
await app.services['library.restore']({ file: app.exchange.offerPath(backup), passphrase });
setInterval(() => undefined, 1000);
