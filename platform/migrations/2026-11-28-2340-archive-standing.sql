-- How the archive that leads back to a minute stands: up to when it leads, or why it could not be brought further. One row at most.
create table archive_standing (
  id boolean primary key default true check (id),
  at timestamptz not null,
  until timestamptz,
  base_at timestamptz,
  bytes bigint check (bytes >= 0),
  encrypted boolean not null,
  fault text,
  check (fault is not null or until is not null)
);
