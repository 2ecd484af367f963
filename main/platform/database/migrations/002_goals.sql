-- Which of the teacher's spaces a pupil writes in, and the pupil's year at school.
alter table pupil add column space text not null default '';
alter table pupil add column year integer;

-- Every version of everything in the goal bank, as it was written. `id` is the SHA-256 of its kind and text: joining banks is a union.
create table bank_item (
  id text primary key,
  kind text not null check (kind in ('skillSet', 'goal', 'symbol', 'card')),
  code text not null,
  version integer not null,
  document text not null,
  made_at text not null
) strict;

create trigger bank_item_stays before update on bank_item
begin
  select raise(abort, 'A version in the goal bank is never changed.');
end;

-- What happened with pupils' goals: added to, never changed.
create table goal_entry (
  id text primary key,
  pupil text not null references pupil (id),
  clock integer not null,
  date text not null,
  document text not null,
  made_at text not null
) strict;
create index goal_entry_of_pupil on goal_entry (pupil, clock);

create trigger goal_entry_stays before update on goal_entry
begin
  select raise(abort, 'An entry is never changed.');
end;

-- What each pupil works on now, told by the entries. The second place is for a goal that the teacher confirmed beside the first.
create table active_goal (
  pupil text not null references pupil (id),
  place integer not null check (place in (1, 2)),
  goal text not null,
  goal_version integer not null,
  since text not null,
  confirmed integer not null check (confirmed in (0, 1)),
  primary key (pupil, place),
  unique (pupil, goal),
  check (place = 1 or confirmed = 1)
) strict;

-- What each pupil has mastered, for as long as the pupil is in the class.
create table kete (
  pupil text not null references pupil (id),
  goal text not null,
  goal_version integer not null,
  date text not null,
  primary key (pupil, goal)
) strict;

create trigger kete_keeps before delete on kete when (select retired_at from pupil where id = old.pupil) is null
begin
  select raise(abort, 'What is in a kete stays in it.');
end;

create trigger kete_stays before update on kete
begin
  select raise(abort, 'What is in a kete stays as it is.');
end;

-- Where a piece of writing fell on a chart. `place` counts levels from 0; halves lie between two.
create table placement (
  id text primary key,
  chart text not null references chart (id) on delete cascade,
  pupil text not null references pupil (id),
  place real not null,
  said_by text not null check (said_by in ('teacher', 'pupil', 'peer')),
  date text not null,
  made_at text not null,
  taken_back_at text
) strict;
create index placement_of_chart on placement (chart, pupil);

create table lesson (
  id text primary key,
  date text not null,
  document text not null,
  changed_at text not null
) strict;
create index lesson_by_date on lesson (date);

create table teaching_group (
  id text primary key,
  date text not null,
  kind text not null check (kind in ('need', 'pair', 'circle', 'mixed')),
  goal text,
  skill_set text,
  why text not null,
  outcome text not null,
  taught_on text
) strict;

create table teaching_group_member (
  teaching_group text not null references teaching_group (id) on delete cascade,
  pupil text not null references pupil (id),
  role text,
  came integer not null check (came in (0, 1)),
  primary key (teaching_group, pupil)
) strict;

create table team_note (
  id text primary key,
  date text not null,
  topic text not null,
  text text not null,
  check_in_on text,
  changed_at text not null
) strict;

-- The goal that was made ready last for each pupil's next page, so that the app can say who has another one since.
create table goal_printed (
  pupil text not null references pupil (id),
  goal text not null,
  goal_version integer not null,
  date text not null,
  with_names integer not null check (with_names in (0, 1)),
  printed_at text not null,
  primary key (pupil, goal)
) strict;

-- Whose answer sheet was printed, so that the app can say whose has not come back.
create table answer_sheet (
  task text not null references task (id) on delete cascade,
  pupil text not null references pupil (id),
  printed_at text not null,
  primary key (task, pupil)
) strict;
