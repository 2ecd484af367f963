import { z } from 'zod';
import { CertificateFacts } from '../../core/handouts/certificate.ts';
import { captureWords } from '../../core/words/capture.ts';
import type { Db } from '../platform/database/connection.ts';
import { json, now, whole, type RowCheck } from '../platform/database/rows.ts';

const Counts = z.object({ papers: z.int(), pages: z.int(), unchecked: z.int(), binned: z.int(), open: z.int(), last: z.string().nullable() });

/** What `privacy.state` is worked out from; `open` counts pages whose original can still be opened. */
export function countPages(db: Db, task: string): z.infer<typeof Counts> {
  return Counts.parse(
    db
      .prepare(
        `select count(distinct paper.id) as papers, count(*) as pages,
                coalesce(sum(copy.page is null and paper.binned_at is null), 0) as unchecked,
                coalesce(sum(copy.page is null and paper.binned_at is not null), 0) as binned,
                coalesce(sum(seal_key.destroyed_at is null), 0) as open, max(seal_key.destroyed_at) as last
         from page join paper on paper.id = page.paper join sealed on sealed.id = page.picture join seal_key on seal_key.id = sealed.key
         left join copy on copy.page = page.id where paper.task = ?`,
      )
      .get(task),
  );
}

/** Every sealed file that belongs to pages of the task, with its key. */
const sealedOfTask = `
  select sealed.id, sealed.key from sealed where sealed.id in (
    select page.picture from page join paper on paper.id = page.paper where paper.task = @task
    union select page.proxy from page join paper on paper.id = page.paper where paper.task = @task
    union select whole_picture.picture from whole_picture join slip on slip.whole = whole_picture.id join page on page.id = slip.page join paper on paper.id = page.paper where paper.task = @task
    union select whole_picture.proxy from whole_picture join slip on slip.whole = whole_picture.id join page on page.id = slip.page join paper on paper.id = page.paper where paper.task = @task
    union select cleaning.copy from cleaning join page on page.id = cleaning.page join paper on paper.id = page.paper where paper.task = @task
    union select cleaning.proxy from cleaning join page on page.id = cleaning.page join paper on paper.id = page.paper where paper.task = @task)`;

const Sealed = z.array(z.object({ id: z.string(), key: z.string() }));

export function listSealed(db: Db, task: string): z.infer<typeof Sealed> {
  return Sealed.parse(db.prepare(sealedOfTask).all({ task }));
}

/** True when a key of the task also seals what another task needs. */
export function sharesKeys(db: Db, task: string): boolean {
  const strays = `with own as (${sealedOfTask}) select 1 from sealed where key in (select key from own) and id not in (select id from own)`;
  return db.prepare(strays).get({ task }) !== undefined;
}

/** From now on these keys count as destroyed, and what they sealed takes no room. */
export function markKeysDestroyed(db: Db, keys: readonly string[]): void {
  const mark = db.prepare('update seal_key set destroyed_at = ? where id = ? and destroyed_at is null');
  const empty = db.prepare('update sealed set bytes = 0 where key = ?');
  const when = now();
  for (const key of keys) {
    mark.run(when, key);
    empty.run(key);
  }
}

const CertificateRow = z.object({ facts: json(CertificateFacts) });

export const certificateChecks: readonly RowCheck[] = [
  { table: 'certificate', columns: 'task, facts', shape: CertificateRow, name: ({ task }) => captureWords.unreadable.certificate(task) },
];

export function keepCertificate(db: Db, task: string, facts: CertificateFacts): void {
  db.prepare('insert into certificate (task, facts) values (?, ?) on conflict (task) do update set facts = excluded.facts').run(task, JSON.stringify(facts));
}

export function findCertificate(db: Db, task: string): CertificateFacts | null {
  const row = db.prepare('select facts from certificate where task = ?').get(task);
  return row === undefined ? null : whole(CertificateRow, row).facts;
}

/** Papers in the task's bin with a page that nobody has looked at. */
export function uncheckedInBin(db: Db, task: string): string[] {
  return z
    .array(z.object({ id: z.string() }))
    .parse(
      db
        .prepare(
          `select distinct paper.id from paper join page on page.paper = paper.id left join copy on copy.page = page.id
           where paper.task = ? and paper.binned_at is not null and copy.page is null`,
        )
        .all(task),
    )
    .map(({ id }) => id);
}
