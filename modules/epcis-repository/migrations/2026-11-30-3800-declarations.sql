-- What a capture took although it could have been said better, such as an EPC that a list of XML names twice.
alter table epcis_capture add warnings jsonb not null default '[]';

-- An event is taken back by whoever captured it: by any partner of the organisation, which after a merger has several.
create or replace function epcis_links(own integer[], others integer[], uris text[], things text[], forward boolean, steps integer)
returns table (seq bigint, document text, record_time timestamptz, event_time timestamptz, followed text[])
stable language plpgsql set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  partners integer[] := own || others;
  near text[] := case when forward then '{input,input-class,child,child-class}' else '{output,output-class,parent}' end::text[];
  far text[] := case when forward then '{output,output-class,parent}' else '{input,input-class,child,child-class}' end::text[];
  next text[] := things;
  gone text[] := '{}';
  step bigint[];
  found bigint[] := '{}';
begin
  for turn in 1 .. steps loop
    exit when cardinality(next) = 0 or cardinality(found) > 200;
    gone := gone || next;
    with touching as (
      select event.seq, event.transformation_id, event.action
      from epcis_event_thing as named join epcis_event as event on event.seq = named.seq
      where named.partner_id = any(partners) and named.thing = any(next) and named.role = any(near)
        and event.type in ('TransformationEvent', 'AggregationEvent', 'AssociationEvent') and event.action is distinct from 'OBSERVE'
    ), parts as (
      select part.seq from touching join epcis_event as part using (transformation_id)
      where transformation_id is not null and part.partner_id = any(partners)
    ), emptied as (
      select event.seq
      from touching
      join epcis_event_thing as held on held.seq = touching.seq and held.role = 'parent'
      join epcis_event_thing as named on named.partner_id = any(partners) and named.thing = held.thing and named.role = 'parent'
      join epcis_event as event on event.seq = named.seq
      where forward and touching.action = 'ADD' and event.action = 'DELETE' and event.type in ('AggregationEvent', 'AssociationEvent')
        and not exists (select from epcis_event_thing as child where child.seq = event.seq and child.role in ('child', 'child-class'))
    )
    select coalesce(array_agg(event.seq), '{}') into step
    from epcis_event as event
    where event.seq in (select touching.seq from touching union select parts.seq from parts union select emptied.seq from emptied)
      and event.declared_at = ''
      and not exists (
        select from epcis_partner as owner join epcis_partner as side using (organisation_id)
          join epcis_event as void on void.partner_id = side.id and void.event_id = event.event_id and void.declared_at <> ''
        where owner.id = event.partner_id
      )
      and (
        event.partner_id = any(own)
        or exists (select from epcis_event_party as party where party.seq = event.seq and party.uri = any(uris))
      );
    found := found || step;
    select coalesce(array_agg(distinct named.thing), '{}') into next
    from epcis_event_thing as named
    where named.seq = any(step) and named.role = any(far) and named.thing <> all(gone);
  end loop;
  return query select event.seq, event.document, event.record_time, event.event_time, gone from epcis_event as event where event.seq = any(found) order by event.seq;
end $$;
