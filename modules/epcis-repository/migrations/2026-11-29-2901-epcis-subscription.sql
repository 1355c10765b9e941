-- Whom events of a named query are sent to (EPCIS 2.0 section 12.8.3). A query that is dropped takes its subscriptions along.
create table epcis_subscription (
  id text primary key,
  partner_id integer not null,
  query_name text not null,
  dest text not null,
  -- Signs what is sent; locked, since it has to be given back and never shown.
  signature_token text,
  is_stream boolean not null,
  -- As it was asked for; none where each capture is told at once.
  schedule jsonb,
  report_if_empty boolean not null,
  created_at timestamptz not null,
  -- Up to which event it has been told.
  told_up_to bigint not null,
  told_at timestamptz,
  -- Who delivers holds it until then: an event is sent once.
  held_until timestamptz,
  foreign key (partner_id, query_name) references epcis_query (partner_id, name) on delete cascade,
  check (is_stream = (schedule is null))
);
create index epcis_subscription_query on epcis_subscription (partner_id, query_name);
