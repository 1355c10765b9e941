-- The events that a step of a trace from these things may go along (FindLinks of packages/epcis), of those that somebody sees: all of its own partners, of
-- others those that name it. Without those that were declared in error. One look-up in the index of things, and one more for each parent that may have
-- been emptied and each making in several parts. It goes on by itself while there is little to go through, for so many steps that most chains are answered
-- at once: `followed` says from which things. Its plans are kept: to make one takes ten times as long as to follow it.
create function epcis_links(own integer[], others integer[], uris text[], things text[], forward boolean, steps integer)
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
        select from epcis_event as void
        where void.partner_id = event.partner_id and void.event_id = event.event_id and void.declared_at <> ''
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
