-- A certificate says what it said on its day: the class, its hours, the decision.
create table training_certificate (
  code text primary key,
  class_id text not null references training_class,
  participant_id text not null unique references training_participant,
  number integer not null check (number > 0),
  name text not null,
  class_name text not null,
  course_name text not null,
  hours integer not null,
  first_on date not null,
  last_on date not null,
  organiser text not null,
  decision_number text not null,
  decision_on date not null,
  at timestamptz not null,
  by_id text,
  by_name text not null,
  is_sample boolean not null default false,
  unique (class_id, number)
);
create trigger training_certificate_append_only before update or delete on training_certificate for each row execute function refuse_change();

-- What several classes cost together, and by which key it is parted.
create table training_shared_cost (
  id text primary key,
  says text not null,
  amount_vnd bigint not null check (amount_vnd > 0),
  key text not null check (key in ('hours', 'people', 'classes')),
  paper text not null,
  request_key text not null unique,
  at timestamptz not null,
  by_id text,
  by_name text not null
);
create trigger training_shared_cost_append_only before update or delete on training_shared_cost for each row execute function refuse_change();
-- What a class cost, a line a paper; of what is shared its part, with its weight.
create table training_cost (
  id text primary key,
  class_id text not null references training_class,
  kind text not null check (kind in ('lecturer', 'write-text', 'edit-text', 'appraise-text', 'online-hour', 'meal', 'travel', 'lodging', 'venue', 'material', 'other', 'shared')),
  says text not null,
  quantity integer not null check (quantity > 0),
  unit_vnd bigint not null check (unit_vnd >= 0),
  amount_vnd bigint not null check (amount_vnd >= 0),
  -- The norm of its day, where one is known.
  norm_vnd bigint,
  norm_instrument text,
  paper text not null,
  shared_id text references training_shared_cost,
  request_key text unique,
  at timestamptz not null,
  by_id text,
  by_name text not null,
  check ((kind = 'shared') = (shared_id is not null)),
  check (kind = 'shared' or amount_vnd = quantity * unit_vnd),
  check (norm_vnd is null or unit_vnd <= norm_vnd),
  check ((norm_vnd is null) = (norm_instrument is null)),
  unique (shared_id, class_id)
);
create index training_cost_class on training_cost (class_id);
create trigger training_cost_append_only before update or delete on training_cost for each row execute function refuse_change();
create table training_cost_struck (
  cost_id text primary key references training_cost,
  reason text not null,
  at timestamptz not null,
  by_id text,
  by_name text not null
);
create trigger training_cost_struck_append_only before update or delete on training_cost_struck for each row execute function refuse_change();
