import type { Tell } from '../../core/contract/events.ts';
import type { Imaging } from '../engines/imaging/imaging.ts';
import type { Db } from '../platform/database/connection.ts';
import type { Exchange } from '../platform/work/exchange.ts';
import type { Jobs } from '../platform/work/jobs.ts';
import type { Precedence } from '../platform/work/precedence.ts';
import type { Library } from './library.ts';

/** What has to be asked of the charts by those whose papers they show. */
export interface ChartsOfPaper {
  /** Whether the paper stands in the line of any chart of its task. */
  hasPlaced(db: Db, task: string, paper: string): boolean;
  /** Takes it off what was printed, and says that the charts changed; their states are read without it from then on. Call inside the transaction that erases it. */
  forget(db: Db, task: string, paper: string): void;
}

/** What the use cases work with. `library` is asked for anew each time, since a restore replaces it. */
export interface Context {
  readonly library: () => Library;
  readonly imaging: Imaging;
  readonly exchange: Exchange;
  readonly jobs: Jobs;
  readonly tell: Tell;
  readonly precedence: Precedence;
  readonly charts: ChartsOfPaper;
  /** Pages came in and have their copies: what can be made ready for later is begun. */
  readonly cameIn: (task: string) => void;
}
