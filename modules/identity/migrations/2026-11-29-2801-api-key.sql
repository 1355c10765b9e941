-- Keys with which machines of organisations come in (Authorization: Bearer). The secret is kept as a digest and shown once; `shown` is its
-- beginning, by which people tell keys apart. The list of scopes stands in the rules of the room: a new one needs no migration.
create table api_key (
  id text primary key,
  organisation_id text not null references organisation,
  scopes text[] not null check (cardinality(scopes) > 0),
  label text not null,
  digest text not null unique,
  shown text not null,
  created_at timestamptz not null,
  created_by_id text,
  created_by_name text not null,
  -- The last day on which it opens.
  expires_on date,
  -- A day and no moment: enough to see which keys nobody uses, and written once a day at most.
  last_used_on date,
  revoked_at timestamptz,
  revoked_by_id text,
  revoked_by_name text,
  revoked_why text,
  constraint api_key_revoked check (
    (revoked_at is null) = (revoked_by_name is null) and (revoked_at is null) = (revoked_why is null)
  )
);
create index api_key_organisation on api_key (organisation_id);

-- What was revoked opens nothing again, and a key never becomes another one.
create function api_key_guard() returns trigger language plpgsql as $$
begin
  if old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at then
    raise exception 'a revoked key stays revoked' using errcode = 'insufficient_privilege';
  end if;
  if new.digest <> old.digest or new.scopes <> old.scopes then
    raise exception 'a key keeps its secret and its scopes' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger api_key_final before update on api_key for each row execute function api_key_guard();
