-- Where a retyped text was changed, never what: marks on its words move along.
alter table paper add column text_edits text not null default '[]';
