import { openToBeKilled } from './toBeKilled.ts';

/** Finishes the anonymising of a task, to be killed in the middle of it: `node killedFinisher.ts <library> <home> <task>`. */
const [folder = '', home = '', task = ''] = process.argv.slice(2);
const app = await openToBeKilled(folder, home, 'papers.changed');
await app.services['privacy.finish']({ task, lookedAgain: [] });
