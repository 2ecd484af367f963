-- Renewed at every opening, with the one before: a database that is older than the pictures beside it is told by them.
alter table library add column stamp text not null default '';
alter table library add column stamp_before text not null default '';

-- Files that are to be destroyed: written down before they go, so that a program that is killed goes on with it when it is next opened.
create table erasure (
  kind text not null check (kind in ('media', 'sealed')),
  id text not null,
  primary key (kind, id)
) strict, without rowid;
