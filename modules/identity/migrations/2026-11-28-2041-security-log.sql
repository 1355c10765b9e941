-- Who came to which door, read what and was refused what: what the audit trail, which knows only what was done, cannot answer
-- (law 91/2025/QH15: a breach is reported within 72 hours, with whom and what it reached).
create table security_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  what text not null check (what in ('sign-in', 'second-factor', 'lock-out', 'sign-out', 'invitation', 'read', 'write')),
  outcome text not null check (outcome in ('done', 'refused', 'failed')),
  reason text,
  actor_id text,
  actor_name text,
  -- The roles and organisations of that moment: [{"role", "organisation"}].
  seats jsonb not null default '[]',
  -- The address that somebody unknown tried to sign in with, as a keyed digest.
  tried text,
  address text,
  request_id text,
  action text,
  object_type text,
  object_id text,
  -- How many such lines this one stands for: those of a flood are sampled.
  times integer not null default 1 check (times > 0)
);
create index security_entry_at on security_entry (at);
create index security_entry_object on security_entry (object_type, object_id, at);
create index security_entry_actor on security_entry (actor_id, at);

-- Lines are appended, and end by the rule of retention alone.
create function security_entry_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('dacsan.retention', true) = 'on' then
    return old;
  end if;
  raise exception 'security_entry is append only' using errcode = 'insufficient_privilege';
end $$;
create trigger security_entry_append_only before update or delete on security_entry for each row execute function security_entry_guard();
create trigger security_entry_no_truncate before truncate on security_entry for each statement execute function refuse_change();
