import { startHelperInNode } from '../../main/platform/helpers/startHelper.ts';

// Starts two helpers that are busy for good, says their numbers, and stays.
for (const kind of ['script', 'native']) {
  const helper = startHelperInNode(new URL('./busy.helper.ts', import.meta.url), { memoryMb: 500 });
  helper.onMessage((pid) => process.stdout.write(`${String(pid)}\n`));
  helper.send(kind);
}
setInterval(() => undefined, 1000);
