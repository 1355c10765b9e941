-- The trail as one chain let one transaction commit at a time, of all that write anything. From here on it is sixteen chains, its lanes: who writes takes
-- a lane that nobody writes in, and waits only where all are taken. What was written before stays as it was, as lane 0; each lane begins with the hash that
-- lane 0 ended with. `seq` goes on as the number of an entry, with gaps where a transaction was undone; `place` counts within a lane and has none.
create sequence audit_entry_seq;
select setval('audit_entry_seq', coalesce(max(seq), 0) + 1, false) from audit_entry;

alter table audit_entry add column lane smallint not null default 0, add column place bigint;
alter table audit_entry disable trigger user;
update audit_entry set place = seq;
alter table audit_entry enable trigger user;
alter table audit_entry alter column lane drop default, alter column place set not null;
create unique index audit_entry_lane on audit_entry (lane, place);

drop function audit_entry_digest(bigint, timestamptz, text, text, text, text, text, jsonb, bytea);
create function audit_entry_digest(entry audit_entry) returns bytea language sql stable as $$
  select sha256(entry.previous_hash || convert_to((
    case when entry.lane = 0 then '[]'::jsonb else jsonb_build_array(entry.lane, entry.place) end || jsonb_build_array(
      entry.seq, to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), entry.actor_id, entry.actor_name, entry.action,
      entry.subject_type, entry.subject_id, entry.detail
    ))::text, 'UTF8'))
$$;

-- What the first entry of a lane is linked to.
create function audit_entry_root(lane smallint) returns bytea language sql stable as $$
  select coalesce((select a.hash from audit_entry a where a.lane = 0 and audit_entry_root.lane > 0 order by a.place desc limit 1), sha256(''::bytea))
$$;

create or replace function audit_entry_chain() returns trigger language plpgsql as $$
declare
  lanes constant int := 16;
  first int := pg_backend_pid() % lanes;
  last record;
begin
  -- The lane is ours until commit: two rows can never name the same predecessor.
  for n in 0 .. lanes loop
    new.lane := 1 + (first + n) % lanes;
    if n = lanes then
      perform pg_advisory_xact_lock(7223001, new.lane);
    elsif pg_try_advisory_xact_lock(7223001, new.lane) then
      exit;
    end if;
  end loop;
  select a.place, a.hash into last from audit_entry a where a.lane = new.lane order by a.place desc limit 1;
  new.seq := nextval('audit_entry_seq');
  new.place := coalesce(last.place, 0) + 1;
  new.previous_hash := coalesce(last.hash, audit_entry_root(new.lane));
  new.hash := audit_entry_digest(new);
  return new;
end $$;
