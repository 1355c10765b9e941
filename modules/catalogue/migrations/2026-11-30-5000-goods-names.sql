-- What goods are called beside their own names, in versions that nobody changes; the latest of a key holds, before that of the file data/search/names.json.
create table goods_names (
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  version integer not null check (version > 0),
  -- {"vi": ["dừa sáp"], "en": ["makapuno"], "km": []}
  names jsonb not null,
  in_use boolean not null,
  changed_by text,
  changed_at timestamptz not null,
  primary key (key, version)
);
create trigger goods_names_append_only before update or delete on goods_names for each row execute function refuse_change();
create trigger goods_names_no_truncate before truncate on goods_names for each statement execute function refuse_change();
create trigger shown_change after insert or update or delete or truncate on goods_names execute function send_change('catalogue');
