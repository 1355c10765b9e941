-- Who listens to the events of a query by WebSocket (EPCIS 2.0 section 12.8.3), for as long as the connection is open.
create table epcis_socket (
  id text primary key,
  partner_id integer not null,
  query_name text not null,
  -- With which key it came in: one key has a few connections, whatever process holds them.
  key_id text not null,
  opened_at timestamptz not null,
  -- Kept on by the process that holds the connection; what nobody keeps on is gone.
  alive_until timestamptz not null,
  -- A query that is dropped takes its listeners along.
  foreign key (partner_id, query_name) references epcis_query (partner_id, name) on delete cascade
);
create index epcis_socket_query on epcis_socket (partner_id, query_name);
create index epcis_socket_key on epcis_socket (key_id);

-- The partners that have subscribed or listen, and see an event: its own, and those it names by a key or by the code of their organisation.
create or replace function epcis_told_partners(own integer, uris text[], codes text[]) returns setof integer stable language sql as $$
  select distinct partner.id
  from (select partner_id from epcis_subscription union all select partner_id from epcis_socket where alive_until > now()) as told
  join epcis_partner as partner on partner.id = told.partner_id
  where partner.id = own
    or partner.organisation_id in (select organisation_id from epcis_party where uri = any(uris))
    or partner.organisation_id in (select coalesce(merged_into_id, id) from organisation_card where code = any(codes))
$$;
