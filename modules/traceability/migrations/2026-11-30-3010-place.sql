-- Where goods lie. A place is named by its GLN where it has one, else by its id.
create table place (
  id text primary key,
  producer_id text not null references producer,
  kind text not null check (kind in ('workshop', 'store', 'stall', 'point-of-sale', 'warehouse')),
  name text not null check (name <> ''),
  gln text unique check (gln ~ '^[0-9]{13}$'),
  commune_code text references commune,
  -- Only where its owner agreed to it: a workshop is often somebody's home.
  latitude numeric(8, 5) check (latitude between -90 and 90),
  longitude numeric(8, 5) check (longitude between -180 and 180),
  position_agreed_at timestamptz,
  -- Where goods come to be unless somebody says otherwise: each producer has one such place.
  is_default boolean not null default false,
  -- Orders of the shop are served from here.
  sells boolean not null default false,
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  check ((latitude is null) = (longitude is null) and (latitude is null) = (position_agreed_at is null)),
  check (not is_default or ended_at is null)
);
create unique index place_default on place (producer_id) where is_default;
create index place_producer on place (producer_id);
-- Whoever made a lot has a workshop where it was made.
insert into place (id, producer_id, kind, name, commune_code, is_default, sells)
select 'plc_' || substring(producer.id from 5), producer.id, 'workshop', 'Xưởng', producer.commune_code, true, true
from producer where exists (select from lot where lot.producer_id = producer.id);
create view place_card as select id, producer_id, kind, name, gln, commune_code, is_default, sells, ended_at from place;
create trigger shown_change after insert or update or delete or truncate on place execute function send_change('traceability');
