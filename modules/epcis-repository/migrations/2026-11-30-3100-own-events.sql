-- What an act of our own records came by no job.
alter table epcis_event alter column capture_id drop not null;

-- The partner in whose name an organisation records, made when it first does; two that come at once for the first time are one partner.
create function epcis_own_partner(whose text) returns integer language plpgsql as $$
declare
  partner integer;
begin
  select min(id) into partner from epcis_partner where organisation_id = whose;
  if partner is null then
    perform pg_advisory_xact_lock(hashtext('epcis partner of ' || whose));
    select min(id) into partner from epcis_partner where organisation_id = whose;
  end if;
  if partner is null then
    insert into epcis_partner (organisation_id) values (whose) returning id into partner;
  end if;
  return partner;
end $$;

-- The same, ready to record. Where somebody has subscribed, events of a partner are recorded one transaction after the other: their numbers then come in
-- the order of the commits, so that whoever was told up to a number has missed none.
create function epcis_recording_partner(whose text) returns integer language plpgsql as $$
declare
  partner integer := epcis_own_partner(whose);
begin
  perform pg_advisory_xact_lock(hashtext('epcis recording'), partner) where exists (select from epcis_subscription where partner_id = partner);
  return partner;
end $$;
