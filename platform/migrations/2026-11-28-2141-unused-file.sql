-- Stored files that no row names any more, and since when: they are deleted after a month. No foreign key: a mark is not a use.
create table unused_file (
  hash text primary key,
  since timestamptz not null
);
