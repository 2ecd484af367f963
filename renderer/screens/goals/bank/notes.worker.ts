import '../../../withoutEval.ts';
import { checkBank } from '../../../../core/goals/bank.ts';
import type { Bank } from '../../../../core/goals/goal.ts';

// Comparing every drawing with every other takes a second or two: nobody who is typing shall feel it.
addEventListener('message', (event: MessageEvent<Bank>) => postMessage(checkBank(event.data)));
