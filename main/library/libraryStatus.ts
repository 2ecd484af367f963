import { z } from 'zod';
import type { LibraryStatus } from '../../core/library/libraryStatus.ts';
import { dayOf, daysBetween, today } from '../../core/kernel/days.ts';
import { keptBeside } from './keptLibraries.ts';
import { syncWarning, type Library } from './library.ts';
import { safePlace } from './newPlace.ts';

const Counts = z.object({ walls: z.int(), papers: z.int(), pupils: z.int(), bytes: z.int() });

/** What a teacher is told of the whole library; of a damaged one, what can still be read. */
export function libraryStatus(library: Library): LibraryStatus {
  const mishap = library.mishap();
  const warning = syncWarning(library.folder);
  return {
    ...orNothing(library, countAll, { walls: 0, papers: 0, pupils: 0, bytes: 0 }),
    folder: library.folder,
    warning,
    safePlace: warning === null ? null : safePlace(),
    leftBehind: library.leftBehind(),
    damaged: library.isDamaged(),
    mishap: mishap && { kind: mishap.kind, lastOpenedOn: mishap.lastOpenedOn },
    setAside: library.setAside.contents(),
    kept: keptBeside(library.folder),
    backup: orNothing(library, backupState, { madeOn: null, isDue: false }),
    keysKeptIn: library.keys.place,
  };
}

const countAll = ({ db }: Library): z.infer<typeof Counts> =>
  Counts.parse(
    db
      .prepare(
        `select (select count(*) from chart where binned_at is null) as walls,
                (select count(*) from paper where binned_at is null) as papers,
                (select count(*) from pupil where retired_at is null) as pupils,
                (select coalesce(sum(bytes), 0) from media) + (select coalesce(sum(bytes), 0) from sealed) as bytes`,
      )
      .get(),
  );

/** That a library is damaged has to be told even where the damage lies in what else is told of it. */
function orNothing<T>(library: Library, read: (library: Library) => T, nothing: T): T {
  try {
    return read(library);
  } catch (error) {
    if (library.isDamaged()) return nothing;
    throw error;
  }
}

const REMIND_AFTER_DAYS = 28;
const REMIND_AGAIN_AFTER_DAYS = 14;

const Moments = z.object({ made: z.string(), changed: z.string().nullable() });

/** Due when the last backup (or, where there is none, the library) is four weeks old and something was done since. */
function backupState({ db, backups }: Library): LibraryStatus['backup'] {
  // The newest row of what only grows is its last one.
  const { made, changed } = Moments.parse(
    db
      .prepare(
        `select (select made_at from library) as made, (select max(at) from (
           select max(changed_at) as at from chart
           union all select * from (select made_at from page order by rowid desc limit 1)
           union all select * from (select made_at from pupil order by rowid desc limit 1)
           union all select * from (select made_at from goal_entry order by rowid desc limit 1)
           union all select * from (select made_at from placement order by rowid desc limit 1)
           union all select max(changed_at) from lesson
           union all select max(changed_at) from team_note)) as changed`,
      )
      .get(),
  );
  const { backedUpAt, remindedOn } = backups();
  const isOld = (since: string, days: number): boolean => daysBetween(since, today()) >= days;
  return {
    madeOn: backedUpAt === null ? null : dayOf(new Date(backedUpAt)),
    isDue:
      changed !== null &&
      changed > (backedUpAt ?? '') &&
      isOld(dayOf(new Date(backedUpAt ?? made)), REMIND_AFTER_DAYS) &&
      (remindedOn === null || isOld(remindedOn, REMIND_AGAIN_AFTER_DAYS)),
  };
}
