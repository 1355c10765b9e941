-- A name that was typed twice, or wrong, in a maker's book of suppliers. Purchases keep the row that they were written with: whoever was merged into another
-- is shown as that one, and what somebody was called before stands beside.
alter table supplier
  add column merged_into_id text references supplier,
  add constraint supplier_merged check (merged_into_id <> id);
drop index supplier_name;
create unique index supplier_name on supplier (producer_id, lower(name)) where merged_into_id is null;
create table supplier_past (
  id text primary key,
  supplier_id text not null references supplier,
  name text not null,
  kind text not null,
  commune_code text references commune,
  growing_area_code text,
  merged_into_id text references supplier,
  at timestamptz not null,
  by text
);
create index supplier_past_supplier on supplier_past (supplier_id, at);
create trigger supplier_past_append_only before update or delete on supplier_past for each row execute function refuse_change();
-- Who a supplier of a purchase is today: one that was merged is the one it was merged into.
create view supplier_today as
select noted.id, today.id as today_id, today.kind, today.name, today.phone
from supplier as noted join supplier as today on today.id = coalesce(noted.merged_into_id, noted.id);
