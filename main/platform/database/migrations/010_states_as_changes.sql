-- A state is kept as what differs from the state at position `base`; null: whole, as all were before.
alter table chart_revision add column base integer;
-- What a wall is called, beside its document, so that a list of walls reads none; null: not written down yet.
alter table chart add column title text;
