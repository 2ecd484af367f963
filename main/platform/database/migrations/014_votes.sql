-- What teachers said of two papers side by side. Only ever added to: that a vote was taken back, and why one paper is better, is told once and stays.
create table vote (
  id text primary key,
  task text not null references task (id) on delete cascade,
  judge text not null,
  device text not null,
  clock integer not null,
  left_paper text not null references paper (id) on delete cascade,
  right_paper text not null references paper (id) on delete cascade,
  answer text not null check (answer in ('left', 'right', 'tie', 'unreadable')),
  reason text,
  taken_back integer not null default 0 check (taken_back in (0, 1)),
  check (left_paper <> right_paper)
) strict;
create index vote_by_task on vote (task, clock);
create index vote_by_left_paper on vote (left_paper);
create index vote_by_right_paper on vote (right_paper);

create trigger vote_stays before update of id, task, judge, device, clock, left_paper, right_paper, answer on vote
begin
  select raise(abort, 'A vote stays as it was given.');
end;

create trigger vote_is_taken_back_once before update of taken_back on vote when new.taken_back < old.taken_back
begin
  select raise(abort, 'A vote that was taken back stays taken back.');
end;

create trigger reason_stays before update of reason on vote when old.reason is not null and new.reason is not old.reason
begin
  select raise(abort, 'A reason stays as it was given.');
end;

create trigger vote_goes after delete on vote when old.reason is not null
begin
  insert or ignore into erasure (kind, id) values ('copies', '');
end;

-- Who looks at a task's papers together: one to five words that the teachers chose.
create table team (
  task text primary key references task (id) on delete cascade,
  judges text not null
) strict;

-- A paper that the team does not look at for now.
create table parked_paper (
  paper text primary key references paper (id) on delete cascade
) strict;
