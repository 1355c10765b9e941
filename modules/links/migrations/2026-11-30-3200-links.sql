-- The links that GS1 keys lead to (GS1-Conformant resolver standard 1.2): an entry for each thing that a linkset names, by its canonical path.
create table link_anchor (
  path text primary key check (path like '/%/%'),
  item_description text not null,
  links jsonb not null check (jsonb_typeof(links) = 'array'),
  imported_at timestamptz not null
);

-- What producers add to their own products. `type`: a word of the GS1 Web Vocabulary.
create table product_link (
  id text primary key,
  product_id text not null references product,
  type text not null,
  href text not null check (href like 'https://%'),
  title text not null,
  language text check (language in ('vi', 'en', 'km')),
  added_at timestamptz not null,
  added_by_id text
);
create unique index product_link_once on product_link (product_id, type, href, coalesce(language, ''));

create trigger shown_change after insert or update or delete or truncate on link_anchor execute function send_change('links');
create trigger shown_change after insert or update or delete or truncate on product_link execute function send_change('links');
