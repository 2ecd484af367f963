import { z } from 'zod';
import type { LibraryStatus } from '../../core/library/libraryStatus.ts';
import { syncWarning, type Library } from './library.ts';

const Counts = z.object({ walls: z.int(), papers: z.int(), pupils: z.int(), bytes: z.int() });

/** What a teacher is told of the whole library. */
export function libraryStatus(library: Library): LibraryStatus {
  const counts = Counts.parse(
    library.db
      .prepare(
        `select (select count(*) from chart where binned_at is null) as walls,
                (select count(*) from paper where binned_at is null) as papers,
                (select count(*) from pupil where retired_at is null) as pupils,
                (select coalesce(sum(bytes), 0) from media) + (select coalesce(sum(bytes), 0) from sealed) as bytes`,
      )
      .get(),
  );
  const mishap = library.mishap();
  return {
    ...counts,
    folder: library.folder,
    warning: syncWarning(library.folder),
    damaged: library.isDamaged(),
    mishap: mishap && { kind: mishap.kind, lastOpenedOn: mishap.lastOpenedOn },
    setAside: library.setAside.contents(),
    keysKeptIn: library.keys.place,
  };
}
