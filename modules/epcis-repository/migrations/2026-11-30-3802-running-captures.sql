-- A large capture that goes on after its answer. Its row goes in the transaction that stores its events and writes how it ended.
create table epcis_capture_running (
  id text primary key,
  partner_id integer not null references epcis_partner,
  behaviour text not null check (behaviour in ('rollback', 'proceed')),
  created_at timestamptz not null,
  -- Whether all of its events were right.
  success boolean not null,
  -- Kept on by the process that stores; a capture that nobody keeps on broke off, and nothing of it was stored.
  alive_until timestamptz not null
);
create index epcis_capture_running_partner on epcis_capture_running (partner_id, id desc);

-- Captures as they are told of: those that ended, those that go on, those that were left.
create view epcis_capture_job as
  select id, partner_id, behaviour, created_at, finished_at, success, stored, errors, warnings, false as running from epcis_capture
  union all
  select
    id, partner_id, behaviour, created_at, case when alive_until > now() then null else alive_until end, success and alive_until > now(), 0,
    case when alive_until > now() then '[]'::jsonb else jsonb_build_array(jsonb_build_object(
      'type', 'epcisException:ImplementationException', 'title', 'A fault of ours', 'status', 500,
      'detail', 'the capture broke off and nothing of it was stored: send it again'
    )) end,
    '[]'::jsonb, alive_until > now()
  from epcis_capture_running;
