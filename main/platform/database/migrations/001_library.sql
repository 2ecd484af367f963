-- One row: which library this is.
create table library (
  id text primary key,
  made_at text not null
) strict;

create table task (
  id text primary key,
  question text not null,
  subject text not null,
  year text not null,
  focus text not null,
  minutes integer not null,
  paper text not null,
  made_at text not null
) strict;

-- A pupil is a code. Names live in a sealed file of their own, or nowhere.
create table pupil (
  id text primary key,
  code text not null unique,
  made_at text not null,
  retired_at text
) strict;

-- One key seals all pages of one import; destroying it destroys them.
create table seal_key (
  id text primary key,
  kept_in text not null check (kept_in in ('keychain', 'file')),
  made_at text not null,
  destroyed_at text
) strict;

create table sealed (
  id text primary key,
  key text not null references seal_key (id),
  bytes integer not null,
  made_at text not null
) strict;

create table sample (
  id text primary key,
  task text not null references task (id),
  pupil text references pupil (id),
  number integer not null,
  position integer not null,
  text text,
  text_checked_at text,
  made_at text not null,
  binned_at text,
  unique (task, number)
) strict;

-- The upright page picture and its small proxy, both sealed.
create table page (
  id text primary key,
  sample text not null references sample (id),
  position integer not null,
  picture text not null references sealed (id),
  proxy text not null references sealed (id),
  width integer not null,
  height integer not null,
  dpi real,
  proposal text not null,
  made_at text not null
) strict;
create index page_of_sample on page (sample, position);

-- What was decided about a page, and the copy made by it: sealed too, since a name may still be on it.
create table cleaning (
  page text primary key references page (id) on delete cascade,
  settings text not null,
  decided_at text,
  look text not null,
  copy text references sealed (id),
  proxy text references sealed (id),
  width integer,
  height integer
) strict;

-- A copy that someone has looked at and found no name on: only such a copy may be on a chart.
create table media (
  id text primary key,
  bytes integer not null,
  made_at text not null
) strict;

create table copy (
  page text primary key references page (id) on delete cascade,
  media text not null references media (id),
  width integer not null,
  height integer not null,
  width_mm real,
  height_mm real,
  checked_at text not null
) strict;

create table chart (
  id text primary key,
  task text not null references task (id),
  head integer,
  print text not null,
  made_at text not null,
  changed_at text not null,
  binned_at text
) strict;

-- Every state a chart was in; undo and redo move `chart.head` along `position`.
create table chart_revision (
  id integer primary key autoincrement,
  chart text not null references chart (id) on delete cascade,
  position integer not null,
  label text not null,
  coalesce_key text,
  document blob not null,
  made_at text not null,
  unique (chart, position)
) strict;

-- What went on paper: the state that was printed and the plan of its sheets.
create table chart_version (
  id text primary key,
  chart text not null references chart (id) on delete cascade,
  number integer not null,
  document blob not null,
  plan text not null,
  printed_at text not null,
  unique (chart, number)
) strict;

-- The newest state's levels, anchors and qualifiers, for questions across charts.
create table level (
  chart text not null references chart (id) on delete cascade,
  id text not null,
  step integer not null,
  label text not null,
  name text not null,
  primary key (chart, id)
) strict;

create table anchor (
  chart text not null,
  level text not null,
  sample text not null references sample (id),
  slot integer not null,
  primary key (chart, level, slot),
  foreign key (chart, level) references level (chart, id) on delete cascade
) strict;

create table qualifier (
  chart text not null,
  level text not null,
  id text not null,
  position integer not null,
  text text not null,
  kind text not null check (kind in ('new', 'kept')),
  primary key (chart, id),
  foreign key (chart, level) references level (chart, id) on delete cascade
) strict;
