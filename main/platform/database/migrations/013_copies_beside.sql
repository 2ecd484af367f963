-- What is to be destroyed names keys now, too, and copies of the whole library that lie beside it ('copies'): a library kept before a restore,
-- a database kept before a migration. They hold what was erased since.
create table erasure_of (
  kind text not null check (kind in ('media', 'sealed', 'key', 'copies')),
  id text not null,
  primary key (kind, id)
) strict, without rowid;
insert into erasure_of (kind, id) select kind, id from erasure;
insert into erasure_of (kind, id) select 'key', id from seal_key where destroyed_at is not null;
drop table erasure;
alter table erasure_of rename to erasure;

create trigger page_goes after delete on page
begin
  insert or ignore into erasure (kind, id) values ('copies', '');
end;

create trigger paper_goes after delete on paper when old.text is not null
begin
  insert or ignore into erasure (kind, id) values ('copies', '');
end;

create trigger chart_goes after delete on chart
begin
  insert or ignore into erasure (kind, id) values ('copies', '');
end;

create trigger pupil_goes after update of retired_at on pupil when new.retired_at is not null
begin
  insert or ignore into erasure (kind, id) values ('copies', '');
end;

create trigger key_goes after update of destroyed_at on seal_key when new.destroyed_at is not null
begin
  insert or ignore into erasure (kind, id) values ('key', new.id), ('copies', '');
end;

create trigger key_gone after insert on seal_key when new.destroyed_at is not null
begin
  insert or ignore into erasure (kind, id) values ('key', new.id), ('copies', '');
end;
