import { pbkdf2Sync } from 'node:crypto';
import { connectToParent } from '../../main/platform/helpers/parentPort.ts';

// A helper that says that it is at it, and never comes back to its event loop: in JavaScript, or in native code.
const parent = connectToParent();

parent.onMessage((message) => {
  process.stderr.write(`at it: ${String(message)}\n`);
  parent.send(process.pid);
  setImmediate(() => {
    if (message === 'native') pbkdf2Sync('a', 'b', 2 ** 31 - 1, 64, 'sha512');
    for (;;);
  });
});
