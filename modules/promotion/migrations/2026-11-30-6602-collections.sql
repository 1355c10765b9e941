-- What kind of piece an item is: all are written, released and corrected alike.
alter table news_item add column kind text not null default 'news' check (kind in ('news', 'story', 'recipe'));

-- Products that somebody put together: for a season of each year, or for whom as a gift.
create table collection (
  id text primary key,
  slug text not null unique,
  status text not null check (status in ('draft', 'published', 'closed')),
  -- Months of each year; from a later to an earlier month it runs over the New Year.
  from_month integer check (from_month between 1 and 12),
  until_month integer check (until_month between 1 and 12),
  -- For whom it is a gift; empty: it is none.
  for_whom text[] not null default '{}',
  version integer not null check (version > 0),
  created_at timestamptz not null,
  created_by_id text,
  request_key text not null unique,
  is_sample boolean not null default false,
  check ((from_month is null) = (until_month is null))
);

-- What was written, version by version: nobody changes it later.
create table collection_text (
  collection_id text not null references collection,
  version integer not null check (version > 0),
  language text not null check (language in ('vi', 'en', 'km')),
  title text not null,
  text text not null,
  at timestamptz not null,
  by_id text,
  by_name text not null,
  primary key (collection_id, version, language)
);
create trigger collection_text_append_only before update or delete on collection_text for each row execute function refuse_change();

create table collection_product (
  collection_id text not null references collection,
  product_id text not null references product,
  position integer not null check (position > 0),
  primary key (collection_id, product_id),
  unique (collection_id, position)
);

-- When a product is in season, as an officer knows it: months of each year.
create table product_season (
  product_id text primary key references product,
  from_month integer not null check (from_month between 1 and 12),
  until_month integer not null check (until_month between 1 and 12),
  source text not null,
  set_at timestamptz not null,
  set_by_id text,
  set_by_name text not null
);

create trigger shown_change after insert or update or delete or truncate on collection execute function send_change('promotion');
create trigger shown_change after insert or delete or truncate on collection_text execute function send_change('promotion');
create trigger shown_change after insert or update or delete or truncate on collection_product execute function send_change('promotion');
create trigger shown_change after insert or update or delete or truncate on product_season execute function send_change('promotion');
