-- Whose events are whose. An organisation that is merged into another brings its partner along: events themselves are never changed.
create table epcis_partner (
  id integer generated always as identity primary key,
  organisation_id text not null references organisation
);
create index epcis_partner_organisation on epcis_partner (organisation_id);

-- What a partner handed in at once: EPCIS 2.0 section 12.6, a capture job.
create table epcis_capture (
  id text primary key,
  partner_id integer not null references epcis_partner,
  behaviour text not null check (behaviour in ('rollback', 'proceed')),
  created_at timestamptz not null,
  finished_at timestamptz not null,
  success boolean not null,
  stored integer not null check (stored >= 0),
  -- Problem bodies (RFC 9457), as the job shows them.
  errors jsonb not null default '[]'
);
create index epcis_capture_partner on epcis_capture (partner_id, id desc);
create trigger epcis_capture_append_only before update or delete on epcis_capture for each row execute function refuse_change();

-- Events are never changed and never deleted: a mistake is declared by one more event of the same name (EPCIS 2.0 section 7.4.1.2).
create table epcis_event (
  -- The order in which events were recorded.
  seq bigint generated always as identity primary key,
  partner_id integer not null references epcis_partner,
  -- The job is written last, when it is known how it ended.
  capture_id text not null references epcis_capture deferrable initially deferred,
  -- In the one spelling of GS1 keys that the Event Hash ID uses, as all columns of keys below.
  event_id text not null,
  -- Empty for the event itself; the time of the declaration for one that takes it back.
  declared_at text not null default '',
  hash text not null,
  record_time timestamptz not null,
  event_time timestamptz not null,
  type text not null,
  action text,
  biz_step text,
  disposition text,
  read_point text,
  biz_location text,
  transformation_id text,
  -- The event in its JSON form with a context of its own, as it came.
  document text not null,
  unique (partner_id, event_id, declared_at)
);
create index epcis_event_time on epcis_event (partner_id, event_time, seq);
create index epcis_event_step on epcis_event (partner_id, biz_step, seq);
create index epcis_event_order on epcis_event (partner_id, seq);
create trigger epcis_event_append_only before update or delete on epcis_event for each row execute function refuse_change();

-- Which things an event names, and as what: one row for each, in the one spelling.
create table epcis_event_thing (
  seq bigint not null references epcis_event,
  partner_id integer not null,
  role text not null,
  thing text not null,
  primary key (seq, role, thing)
);
create index epcis_event_thing_thing on epcis_event_thing (partner_id, thing text_pattern_ops, role, seq);
create trigger epcis_event_thing_append_only before update or delete on epcis_event_thing for each row execute function refuse_change();

-- A named query: a view on the events that whoever made it may see (EPCIS 2.0 section 12.8).
create table epcis_query (
  partner_id integer not null references epcis_partner,
  name text not null,
  definition jsonb not null,
  created_at timestamptz not null,
  primary key (partner_id, name)
);
