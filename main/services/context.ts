import type { Tell } from '../../core/api/contract.ts';
import type { Imaging } from '../imaging/imaging.ts';
import type { Exchange } from './exchange.ts';
import type { Jobs } from './jobs.ts';
import type { Library } from './library.ts';
import type { Precedence } from './precedence.ts';

/** What the use cases work with. `library` is asked for anew each time, since a restore replaces it. */
export interface Context {
  readonly library: () => Library;
  readonly imaging: Imaging;
  readonly exchange: Exchange;
  readonly jobs: Jobs;
  readonly tell: Tell;
  readonly precedence: Precedence;
}
