-- What came of each scheduled backup: a file, or the reason why there is none.
create table backup_run (
  at timestamptz primary key,
  file text,
  size bigint check (size > 0),
  encrypted boolean not null,
  damaged integer not null default 0,
  fault text,
  check ((file is null) = (fault is not null) and (file is null) = (size is null))
);
