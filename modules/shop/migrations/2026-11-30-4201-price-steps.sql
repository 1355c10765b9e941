-- What a pack costs by how many of it are ordered, and in which numbers it is sold. More of it never costs more each.
create function price_steps_fall(price bigint, least_quantity integer, steps jsonb) returns boolean immutable parallel safe language sql as $$
  select jsonb_typeof(steps) = 'array' and jsonb_array_length(steps) <= 4 and not exists (
    select from (
      select (step ->> 'from')::integer as "from", (step ->> 'priceVnd')::bigint as price_vnd,
        coalesce(lag((step ->> 'from')::integer) over (order by at), least_quantity) as before,
        coalesce(lag((step ->> 'priceVnd')::bigint) over (order by at), price) as price_before
      from jsonb_array_elements(steps) with ordinality as given (step, at)) as read
    where coalesce("from" <= before or price_vnd >= price_before or price_vnd < 1, true))
$$;
alter table listing
  add column price_steps jsonb not null default '[]',
  add column least_quantity integer not null default 1 check (least_quantity between 1 and 100000),
  add column multiple integer not null default 1 check (multiple between 1 and 100000),
  add constraint listing_price_steps check (price_steps_fall(price_vnd, least_quantity, price_steps)),
  add constraint listing_least_is_multiple check (least_quantity % multiple = 0),
  add constraint listing_least_within_limit check (max_per_order >= least_quantity);
