-- A point of sale of OCOP goods: recognised by decision, by the criteria of its day.
create table point_of_sale (
  id text primary key,
  slug text not null unique,
  status text not null check (status in ('draft', 'recognised', 'withdrawn')),
  name text not null,
  operator_id text not null references organisation,
  commune_code text not null references commune,
  address text not null,
  latitude numeric(8, 5) not null check (latitude between -90 and 90),
  longitude numeric(8, 5) not null check (longitude between -180 and 180),
  hours text not null default '',
  about text not null default '',
  -- Shown to everybody, so only where its owner agreed to it, and when.
  phone text check (phone like 'locked:%'),
  phone_agreed_on date,
  support_vnd bigint check (support_vnd > 0),
  support_number text,
  recognised_number text,
  recognised_on date,
  withdrawn_number text,
  withdrawn_on date,
  withdrawn_reason text,
  request_key text not null unique,
  created_at timestamptz not null,
  created_by_id text,
  is_sample boolean not null default false,
  check ((phone is null) = (phone_agreed_on is null)),
  check ((support_vnd is null) = (support_number is null)),
  check ((recognised_number is null) = (recognised_on is null)),
  check (status = 'draft' or recognised_number is not null),
  check ((status = 'withdrawn') = (withdrawn_number is not null)),
  check ((withdrawn_number is null) = (withdrawn_on is null) and (withdrawn_number is null) = (withdrawn_reason is null))
);
create index point_of_sale_place on point_of_sale (commune_code);

-- What whoever went there ticked, by the criteria of that day, which stand beside it: nobody changes it later.
create table point_inspection (
  id text primary key,
  point_id text not null references point_of_sale,
  visited_on date not null,
  criteria_version text not null,
  criteria jsonb not null,
  met text[] not null,
  passed boolean not null,
  note text not null default '',
  request_key text not null unique,
  at timestamptz not null,
  by_id text,
  by_name text not null
);
create index point_inspection_of on point_inspection (point_id, at);
create trigger point_inspection_append_only before update or delete on point_inspection for each row execute function refuse_change();

create table point_photo (
  id text primary key,
  point_id text not null references point_of_sale,
  inspection_id text references point_inspection,
  photo_hash text not null references stored_file,
  caption text not null,
  -- Nobody to be recognised is on it, or whoever is agreed.
  is_public boolean not null,
  request_key text not null unique,
  at timestamptz not null,
  by_id text,
  by_name text not null
);
create index point_photo_of on point_photo (point_id, at);
