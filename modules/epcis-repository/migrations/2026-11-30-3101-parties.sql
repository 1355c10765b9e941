-- Under which GS1 keys and addresses of ours events name an organisation and its places: whoever is named in an event has taken part in it, and sees it.
create table epcis_party (
  -- In the one spelling of the Event Hash ID. One key has one owner.
  uri text primary key,
  organisation_id text not null references organisation,
  assigned_at timestamptz not null
);
create index epcis_party_organisation on epcis_party (organisation_id);

-- Whom an event names: sources, destinations, read point and place of business.
create table epcis_event_party (
  seq bigint not null references epcis_event,
  partner_id integer not null,
  uri text not null,
  primary key (seq, uri)
);
create index epcis_event_party_uri on epcis_event_party (uri, partner_id, seq);
create trigger epcis_event_party_append_only before update or delete on epcis_event_party for each row execute function refuse_change();
insert into epcis_event_party (seq, partner_id, uri)
select seq, partner_id, read_point from epcis_event where read_point is not null
union select seq, partner_id, biz_location from epcis_event where biz_location is not null
union select seq, partner_id, named ->> 'source' from epcis_event, jsonb_array_elements(document::jsonb -> 'sourceList') as named
union select seq, partner_id, named ->> 'destination' from epcis_event, jsonb_array_elements(document::jsonb -> 'destinationList') as named;

-- A child of an aggregation is looked for when something is traced, and what else was done to it is not.
alter table epcis_event_thing disable trigger epcis_event_thing_append_only;
update epcis_event_thing as thing set role = case role when 'epc' then 'child' else 'child-class' end
from epcis_event as event
where event.seq = thing.seq and event.type in ('AggregationEvent', 'AssociationEvent') and role in ('epc', 'class');
alter table epcis_event_thing enable trigger epcis_event_thing_append_only;
create index epcis_event_transformation on epcis_event (partner_id, transformation_id) where transformation_id is not null;

-- The partners that have subscribed and see an event: its own, and those it names by a key or by the code of their organisation.
create function epcis_told_partners(own integer, uris text[], codes text[]) returns setof integer stable language sql as $$
  select distinct partner.id from epcis_subscription as subscription join epcis_partner as partner on partner.id = subscription.partner_id
  where partner.id = own
    or partner.organisation_id in (select organisation_id from epcis_party where uri = any(uris))
    or partner.organisation_id in (select coalesce(merged_into_id, id) from organisation_card where code = any(codes))
$$;

-- Events that somebody is told of are recorded one transaction after the other: their numbers then come in the order of the commits, so that whoever was
-- told up to a number has missed none.
drop function epcis_recording_partner(text);
create function epcis_recording_partner(whose text, uris text[], codes text[]) returns integer language plpgsql as $$
declare
  partner integer := epcis_own_partner(whose);
begin
  perform pg_advisory_xact_lock(hashtext('epcis recording'), told) from (select told from epcis_told_partners(partner, uris, codes) as told order by told) as all_told;
  return partner;
end $$;
