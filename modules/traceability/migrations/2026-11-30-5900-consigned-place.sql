-- Where goods lie by agreement with somebody else: they come and go by its notes, not by hand.
alter table place add column is_consigned boolean not null default false, add check (not (is_consigned and sells));
create or replace view place_card as
select id, producer_id, kind, name, gln, commune_code, is_default, sells, ended_at, is_consigned from place;
