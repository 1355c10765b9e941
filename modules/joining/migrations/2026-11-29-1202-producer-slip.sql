-- A paper with which somebody on whose behalf an officer filed, and who left neither number nor address, takes the account over later: its holder types
-- the own number. The secret stands on the paper alone; of a request one paper opens something at a time.
create table producer_slip (
  id text primary key,
  request_id text not null references producer_request on delete cascade,
  digest text not null unique,
  until timestamptz not null,
  made_at timestamptz not null,
  made_by_id text,
  made_by_name text not null,
  used_at timestamptz,
  replaced_at timestamptz
);
create index producer_slip_request on producer_slip (request_id, made_at);
create unique index producer_slip_one_open on producer_slip (request_id) where used_at is null and replaced_at is null;
