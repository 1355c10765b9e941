-- A fair: what is called for, until when, how many stands, what a stand costs (Nghị định 81/2018/NĐ-CP, Điều 23–31).
create table fair (
  id text primary key,
  slug text not null unique,
  status text not null check (status in ('draft', 'open', 'closed', 'allotted', 'running', 'ended', 'reported', 'cancelled')),
  name text not null,
  theme text not null default '',
  is_inside boolean not null,
  venue text not null,
  organiser text not null,
  opens_on date not null,
  closes_on date not null check (closes_on >= opens_on),
  -- The letter by which the province was asked, or asks.
  letter_number text not null,
  letter_on date not null,
  apply_by timestamptz not null,
  stands integer not null check (stands between 1 and 2000),
  -- What goods are looked for, by the aisles of the register; none: all.
  wanted text[] not null default '{}',
  -- Samples that applicants promise to send, and what of.
  samples text not null default '',
  -- A fair in a programme decided by the Prime Minister or the province is not registered.
  exempt_number text,
  exempt_on date,
  registered_number text,
  registered_on date,
  result_words text not null default '',
  confirm_by timestamptz,
  appeal_by timestamptz,
  allotted_at timestamptz,
  plan_printed_at timestamptz,
  reported_at timestamptz,
  cancel_reason text,
  request_key text not null unique,
  created_at timestamptz not null,
  created_by_id text,
  is_sample boolean not null default false,
  check ((exempt_number is null) = (exempt_on is null)),
  check ((registered_number is null) = (registered_on is null)),
  check (status not in ('allotted', 'running', 'ended', 'reported') or allotted_at is not null),
  check (status <> 'cancelled' or cancel_reason is not null)
);
create index fair_days on fair (opens_on);

create table fair_stand_kind (
  fair_id text not null references fair,
  key text not null,
  says text not null,
  cost_vnd bigint not null check (cost_vnd >= 0),
  support_vnd bigint not null check (support_vnd between 0 and cost_vnd),
  primary key (fair_id, key)
);

-- One producer asks one fair once; what its products were on that day stays beside it.
create table fair_application (
  id text primary key,
  fair_id text not null references fair,
  producer_id text not null references producer,
  status text not null check (status in ('open', 'withdrawn', 'allotted', 'waiting', 'refused', 'confirmed', 'declined', 'lapsed', 'absent')),
  stand_kind text not null,
  needs_power boolean not null,
  needs_cold boolean not null,
  promises_samples boolean not null,
  contact_name text not null,
  contact_phone text check (contact_phone like 'locked:%'),
  shows_contact boolean not null default false,
  food_safety_number text,
  food_safety_until date,
  note text not null default '',
  by_office boolean not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- Since when nothing is missing; of two with as many points the earlier comes first.
  complete_at timestamptz,
  confirm_by timestamptz,
  confirmed_at timestamptz,
  waiting_place integer,
  -- Whose stand this one took who did not come.
  substitute_for text references fair_application,
  request_key text not null unique,
  is_sample boolean not null default false,
  unique (fair_id, producer_id),
  unique (id, fair_id),
  foreign key (fair_id, stand_kind) references fair_stand_kind
);
create index fair_application_producer on fair_application (producer_id);

create table fair_application_product (
  application_id text not null references fair_application,
  product_id text not null references product,
  name text not null,
  set_code text not null,
  stars integer,
  certificate_code text,
  certified_until date,
  has_open_recall boolean not null,
  seen_at timestamptz not null,
  primary key (application_id, product_id)
);

-- The list as it was published, with the points and the reasons of each: nobody changes it later.
create table fair_allotment_line (
  fair_id text not null references fair,
  application_id text not null references fair_application,
  place integer not null check (place > 0),
  outcome text not null check (outcome in ('allotted', 'waiting', 'refused')),
  score integer not null,
  points jsonb not null,
  reasons text[] not null,
  complete_at timestamptz,
  published_at timestamptz not null,
  primary key (fair_id, application_id)
);
create trigger fair_allotment_line_append_only before update or delete on fair_allotment_line for each row execute function refuse_change();

create table fair_appeal (
  application_id text primary key references fair_application,
  words text not null,
  asked_at timestamptz not null,
  answer text,
  is_granted boolean,
  answered_at timestamptz,
  answered_by_name text,
  check ((answer is null) = (is_granted is null) and (answer is null) = (answered_at is null))
);

-- What was done to an application, by whom: nobody changes it later.
create table fair_step (
  application_id text not null references fair_application,
  seq integer not null,
  step text not null,
  words text not null default '',
  at timestamptz not null,
  by_id text,
  by_name text not null,
  primary key (application_id, seq)
);
create trigger fair_step_append_only before update or delete on fair_step for each row execute function refuse_change();

-- The plan in modules of a stand (3 × 3 m): a stand is somewhere, has a number, and at most one application holds it. An allotment never hangs on a
-- stand: the plan may be drawn anew without one being lost.
create table fair_stand (
  id text primary key,
  fair_id text not null references fair,
  zone text not null,
  number text not null,
  across integer not null check (across between 0 and 99),
  down integer not null check (down between 0 and 99),
  wide integer not null check (wide between 1 and 10),
  deep integer not null check (deep between 1 and 10),
  application_id text unique,
  constraint fair_stand_number unique (fair_id, number) deferrable initially deferred,
  -- A stand of a fair is held by whoever applied at that fair.
  foreign key (application_id, fair_id) references fair_application (id, fair_id)
);
create index fair_stand_of on fair_stand (fair_id);

-- A stand that somebody holds is not taken away with them on it.
create function keep_held_stand() returns trigger language plpgsql as $$
begin
  if old.application_id is not null then
    raise exception 'a stand that is held is not removed' using errcode = 'check_violation', constraint = 'fair_stand_held';
  end if;
  return old;
end $$;
create trigger fair_stand_held before delete on fair_stand for each row execute function keep_held_stand();

-- Once the plan is printed a number stays with its stand.
create function keep_printed_number() returns trigger language plpgsql as $$
begin
  if new.number <> old.number and exists (select from fair where id = old.fair_id and plan_printed_at is not null) then
    raise exception 'a printed number stays' using errcode = 'check_violation', constraint = 'fair_stand_printed';
  end if;
  return new;
end $$;
create trigger fair_stand_printed before update on fair_stand for each row execute function keep_printed_number();

create table fair_plan_change (
  fair_id text not null references fair,
  seq integer not null,
  says text not null,
  -- Made after the plan was printed: everybody is shown it.
  after_printing boolean not null,
  at timestamptz not null,
  by_name text not null,
  primary key (fair_id, seq)
);
create trigger fair_plan_change_append_only before update or delete on fair_plan_change for each row execute function refuse_change();

-- What a stand sold on a day; the latest line of a day and a way of knowing counts. What the stand says itself is not what somebody measured.
create table fair_sale (
  id text primary key,
  application_id text not null references fair_application,
  day date not null,
  known_by text not null check (known_by in ('self-declared', 'measured')),
  cash_vnd bigint not null check (cash_vnd >= 0),
  transfer_vnd bigint not null check (transfer_vnd >= 0),
  order_vnd bigint not null check (order_vnd >= 0),
  -- Orders of the platform's own shop are counted there as well.
  shop_vnd bigint not null check (shop_vnd between 0 and order_vnd),
  request_key text not null unique,
  at timestamptz not null,
  by_id text,
  by_name text not null
);
create index fair_sale_of on fair_sale (application_id, day, at);
create trigger fair_sale_append_only before update or delete on fair_sale for each row execute function refuse_change();

create table fair_visit (
  id text primary key,
  fair_id text not null references fair,
  day date not null,
  visits integer not null check (visits >= 0),
  counted_by text not null check (counted_by in ('gate', 'camera', 'estimate')),
  request_key text not null unique,
  at timestamptz not null,
  by_name text not null
);
create index fair_visit_of on fair_visit (fair_id, day, at);
create trigger fair_visit_append_only before update or delete on fair_visit for each row execute function refuse_change();

-- What came of a stand so many days after the fair.
create table fair_result (
  id text primary key,
  application_id text not null references fair_application,
  after_days integer not null check (after_days > 0),
  contracts integer not null check (contracts >= 0),
  contract_vnd bigint not null check (contract_vnd >= 0),
  sales_vnd bigint not null check (sales_vnd >= 0),
  method text not null,
  request_key text not null unique,
  at timestamptz not null,
  by_id text,
  by_name text not null
);
create index fair_result_of on fair_result (application_id, after_days, at);
create trigger fair_result_append_only before update or delete on fair_result for each row execute function refuse_change();

-- What the treasury asks for: one contract a stand, its place, price and what is paid of it. One stand is paid for once, whichever budget pays.
create table fair_cost (
  application_id text primary key references fair_application,
  contract_number text not null,
  contract_on date not null,
  stand_number text not null,
  price_vnd bigint not null check (price_vnd >= 0),
  supported_vnd bigint not null check (supported_vnd between 0 and price_vnd),
  budget text not null,
  request_key text not null unique,
  at timestamptz not null,
  by_id text,
  by_name text not null
);
create trigger fair_cost_append_only before update or delete on fair_cost for each row execute function refuse_change();

