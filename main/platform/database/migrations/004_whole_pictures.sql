-- A picture that several papers were cut out of, sealed like they are, so that "it is one page" brings it back whole.
create table whole_picture (
  id text primary key,
  picture text not null references sealed (id),
  proxy text not null references sealed (id),
  width integer not null,
  height integer not null,
  dpi real,
  turn integer not null check (turn in (0, 90, 180, 270)),
  -- The page that it is while it counts as one page.
  page text references page (id) on delete set null
) strict;

-- A page that was cut out of a whole picture; `home` is the paper that it lay in before the picture became one page.
create table slip (
  page text primary key references page (id) on delete cascade,
  whole text not null references whole_picture (id) on delete cascade,
  position integer not null,
  home text references sample (id) on delete set null
) strict;
create index slip_of_whole on slip (whole, position);
