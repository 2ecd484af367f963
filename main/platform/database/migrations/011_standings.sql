-- Where each pupil stands: folded from so many entries and written down with each, so that a class is shown without reading them.
create table standing (
  pupil text primary key references pupil (id),
  entries integer not null,
  document text not null
) strict;
create index goal_entry_by_clock on goal_entry (clock);
create index bank_item_by_code on bank_item (kind, code, version);
