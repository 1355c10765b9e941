-- Who owns the site, in versions that nobody changes (Nghị định 248/2026/NĐ-CP, Điều 4). The latest holds.
create table site_owner (
  version integer primary key check (version > 0),
  name text not null,
  head_office text not null,
  representative text not null,
  registration_number text not null,
  registered_on date not null,
  registered_by text not null,
  support_channel text not null,
  published_by text,
  published_at timestamptz not null
);
create trigger site_owner_append_only before update or delete on site_owner for each row execute function refuse_change();
create trigger site_owner_no_truncate before truncate on site_owner for each statement execute function refuse_change();
create trigger shown_change after insert or update or delete or truncate on site_owner execute function send_change('disclosure');

-- What the owner lays down, in versions that nobody changes: an order keeps which it was placed under.
create table site_policy (
  kind text not null check (kind in ('terms', 'payment', 'delivery', 'inspection', 'returns', 'contract', 'complaints', 'fees')),
  version integer not null check (version > 0),
  text text not null,
  -- Of the text in UTF-8: whoever kept a copy can show which version it is.
  text_hash text not null constraint hash_of_text check (text_hash = encode(sha256(convert_to(text, 'UTF8')), 'hex')),
  effective_from date not null,
  published_by text,
  published_at timestamptz not null,
  primary key (kind, version),
  unique (kind, effective_from)
);
create trigger site_policy_append_only before update or delete on site_policy for each row execute function refuse_change();
create trigger site_policy_no_truncate before truncate on site_policy for each statement execute function refuse_change();
create trigger shown_change after insert or update or delete or truncate on site_policy execute function send_change('disclosure');
