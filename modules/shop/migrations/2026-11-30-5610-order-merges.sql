-- Two orders of one buyer with one seller that go in one parcel: the later one joins the earlier one. Each keeps its code, its sum and its money; of the two
-- fees what the one parcel does not cost is owed no more, as a reduction of the later one.
create table order_merge (
  joined_order_id text not null references shop_order,
  lead_order_id text not null references shop_order,
  waived_vnd bigint not null check (waived_vnd >= 0),
  by_name text not null,
  at timestamptz not null,
  ended_at timestamptz check (ended_at >= at),
  ended_by_name text,
  check (lead_order_id < joined_order_id),
  check ((ended_at is null) = (ended_by_name is null))
);
create unique index order_merge_open on order_merge (joined_order_id) where ended_at is null;
create index order_merge_lead on order_merge (lead_order_id) where ended_at is null;
create index order_merge_joined on order_merge (joined_order_id);
create function order_merge_only_ends() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null or (new.joined_order_id, new.lead_order_id, new.waived_vnd, new.by_name, new.at) is distinct from
    (old.joined_order_id, old.lead_order_id, old.waived_vnd, old.by_name, old.at)
  then
    raise exception 'order_merge is append-only';
  end if;
  return new;
end $$;
create trigger order_merge_kept before update on order_merge for each row execute function order_merge_only_ends();
create trigger order_merge_not_deleted before delete on order_merge for each row execute function refuse_change();

create or replace view order_edit as
  select order_id, at, fields, by_name from order_change
  union all
  select l.order_id, c.at, array['goods'], c.by_name from order_line_cut c join order_line l on l.id = c.order_line_id
  group by l.order_id, c.at, c.by_name
  union all
  select unnest(array[joined_order_id, lead_order_id]), at, array['merged'], by_name from order_merge
  union all
  select unnest(array[joined_order_id, lead_order_id]), ended_at, array['unmerged'], ended_by_name from order_merge where ended_at is not null;
