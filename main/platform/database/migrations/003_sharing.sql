-- Handwriting is personal data: whose it is, what the family said, how a retyped copy is set, and who looked a second time.
alter table sample add column hand text not null default 'plain' check (hand in ('plain', 'stand-in'));
alter table sample add column origin text not null default 'not-asked' check (origin in ('not-asked', 'this-class', 'elsewhere'));
alter table sample add column consent text not null default 'not-asked' check (consent in ('not-asked', 'yes', 'no'));
alter table sample add column second_look_at text;
