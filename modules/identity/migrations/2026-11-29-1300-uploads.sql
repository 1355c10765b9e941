-- Files that come in pieces, under an id that the device made, until a form takes them. Unlogged: the device has the whole until the form is done, so that
-- what a crash empties begins anew, and photos go neither twice through the log of the database nor into the archive of its minutes.
create unlogged table upload (
  user_id text not null,
  id text not null,
  size integer not null check (size > 0),
  received integer not null check (received between 0 and size),
  last_at timestamptz not null,
  primary key (user_id, id)
);
create index upload_last_at on upload (last_at);

create unlogged table upload_piece (
  user_id text not null,
  upload_id text not null,
  start integer not null,
  bytes bytea not null,
  primary key (user_id, upload_id, start),
  foreign key (user_id, upload_id) references upload (user_id, id) on delete cascade
);
-- Photos are packed already.
alter table upload_piece alter column bytes set storage external;
