import { expect } from 'vitest';
import { z } from 'zod';
import type { Call } from '../../core/contract/call.ts';
import { contract, type CallName } from '../../core/contract/contract.ts';
import type { EventName } from '../../core/contract/events.ts';
import type { Library } from '../../main/library/library.ts';
import type { Db } from '../../main/platform/database/connection.ts';
import type { OpenedApp } from '../support/library.ts';

/** What could be seen before a call: rows written so far, events told so far, and a file that waits to be fetched. */
interface Before {
  readonly library: Library;
  readonly rows: number;
  readonly told: number;
  readonly waiting: string;
}

const count = (db: Db, query: string): number => z.object({ n: z.int() }).parse(db.prepare(query).get()).n;
const rowsWritten = (db: Db): number => count(db, 'select total_changes() as n');
const unusedPictures = (db: Db): number =>
  count(db, 'select (select count(*) from media where id not in (select media from copy)) + (select count(*) from erasure) as n');

/** Sees whether what the contract says beside a call follows from it. */
export function watchEffects(opened: OpenedApp) {
  const told: EventName[] = [];
  opened.onTold((event) => void told.push(event));
  const { exchange } = opened.app;
  return {
    told: (): ReadonlySet<EventName> => new Set(told),
    before(): Before {
      const library = opened.app.library();
      return { library, rows: rowsWritten(library.db), told: told.length, waiting: exchange.giveOut('waits.pdf', Buffer.from('%PDF')).token };
    },
    /** For every call but jobs, whose effects follow later. */
    expectEffects(name: CallName, input: unknown, before: Before): void {
      const { kind, effects } = contract[name] as Call;
      const library = opened.app.library();
      const erases = effects.erases(contract[name].input.parse(input));
      expect(exchange.outgoing(before.waiting) === null, `${name} withdraws`).toBe(erases);
      if (erases) expect(unusedPictures(library.db), `${name} sweeps`).toBe(0);
      const since = new Set(told.slice(before.told));
      if (kind === 'changes')
        expect(
          [...effects.tells].filter((event) => !since.has(event)),
          `${name} tells`,
        ).toEqual([]);
      else if (before.library === library) expect(rowsWritten(library.db), `${name} changes nothing`).toBe(before.rows);
    },
  };
}
