-- What was checked when a task's originals were destroyed: hashes and counts, nobody's name.
create table certificate (
  task text primary key references task (id) on delete cascade,
  facts text not null
) strict;
