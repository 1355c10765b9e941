-- A route for visitors: stops in an order. It is recognised only where a decision says so.
create table route (
  id text primary key,
  slug text not null unique,
  status text not null check (status in ('draft', 'published', 'recognised', 'ended')),
  name text not null,
  about text not null default '',
  -- Who answers whoever asks to come.
  host_id text not null references organisation,
  months int[] not null check (cardinality(months) between 1 and 12 and months <@ array[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
  least_people int not null check (least_people >= 1),
  most_people int not null check (most_people between least_people and 500),
  groups_a_day int not null check (groups_a_day between 1 and 50),
  languages text[] not null check (cardinality(languages) >= 1 and languages <@ array['vi', 'en', 'km']),
  published_at timestamptz,
  recognised_number text,
  recognised_on date,
  recognised_file_hash text references stored_file,
  ended_reason text,
  request_key text not null unique,
  created_at timestamptz not null,
  created_by_id text,
  is_sample boolean not null default false,
  check ((recognised_number is null) = (recognised_on is null) and (recognised_number is null) = (recognised_file_hash is null)),
  check (status <> 'recognised' or recognised_number is not null),
  check (status in ('recognised', 'ended') or recognised_number is null),
  check (status not in ('published', 'recognised') or published_at is not null),
  check ((status = 'ended') = (ended_reason is not null))
);

create table route_stop (
  id text primary key,
  route_id text not null references route,
  -- Its place in the order; who was taken off has none.
  position int check (position >= 1),
  status text not null check (status in ('standing', 'left', 'dropped')),
  kind text not null check (kind in ('workshop', 'point-of-sale', 'homestay', 'sight')),
  name text not null,
  host_id text not null references organisation,
  point_id text references point_of_sale,
  commune_code text not null references commune,
  address text not null,
  latitude numeric(8, 5) not null check (latitude between -90 and 90),
  longitude numeric(8, 5) not null check (longitude between -180 and 180),
  minutes int not null check (minutes between 5 and 2880),
  about text not null default '',
  -- Shown to everybody, so only where its owner agreed to it, and as long.
  phone text check (phone like 'locked:%'),
  phone_agreed_on date,
  left_reason text,
  left_at timestamptz,
  -- What the printed code leads to; another one makes the old print worthless.
  stamp_code text not null unique,
  request_key text not null unique,
  created_at timestamptz not null,
  check ((phone is null) = (phone_agreed_on is null)),
  check ((kind = 'point-of-sale') = (point_id is not null)),
  check ((status = 'left') = (left_reason is not null) and (status = 'left') = (left_at is not null)),
  check ((status = 'dropped') = (position is null)),
  unique (route_id, position) deferrable initially deferred
);
create index route_stop_of on route_stop (route_id);
create index route_stop_host on route_stop (host_id);
create index route_stop_point on route_stop (point_id);

create table route_enquiry (
  id text primary key,
  route_id text not null references route,
  code text not null unique,
  status text not null check (status in ('asked', 'other-day', 'accepted', 'declined', 'withdrawn')),
  visit_on date not null,
  offered_on date,
  people int not null check (people >= 1),
  language text not null check (language in ('vi', 'en', 'km')),
  phone text check (phone like 'locked:%'),
  note text not null default '',
  answer text not null default '',
  -- One place of a day for each group that was accepted: no day has more groups than its route takes.
  slot int,
  slots int,
  asked_at timestamptz not null,
  answered_at timestamptz,
  answered_by_name text,
  forgotten_at timestamptz,
  request_key text not null unique,
  check ((status = 'accepted') = (slot is not null) and (slot is null) = (slots is null)),
  check (slot between 1 and slots),
  check ((status = 'other-day') <= (offered_on is not null)),
  check (forgotten_at is null or (phone is null and note = '')),
  unique (route_id, visit_on, slot)
);
create index route_enquiry_of on route_enquiry (route_id, asked_at);

-- How many stamps were set at a stop on a day: numbers, and nothing of who.
create table route_visit (
  stop_id text not null references route_stop,
  on_day date not null,
  count int not null check (count >= 1),
  primary key (stop_id, on_day)
);
