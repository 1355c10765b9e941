-- What a buyer looks for: who, what, how much a month, where to; nobody signs in for it. The code opens its page.
create table buyer_enquiry (
  id text primary key,
  code text not null unique,
  status text not null check (status in ('open', 'introduced', 'closed')),
  kind text not null check (kind in ('shop', 'hotel', 'canteen', 'distributor', 'trade-office', 'other')),
  buyer_name text not null,
  contact_name text,
  contact_phone text check (contact_phone like 'locked:%'),
  contact_email text,
  language text not null check (language in ('vi', 'en', 'km')),
  region text not null,
  goods text not null,
  aisle text,
  product_id text references product,
  per_month integer not null check (per_month > 0),
  unit text not null,
  needs text[] not null default '{}',
  note text not null default '',
  -- Whoever asks agrees that producers who may deliver are given the name, telephone and e-mail; gone with them once they are forgotten.
  consented_at timestamptz not null,
  asked_at timestamptz not null,
  answer_by date not null,
  introduced_at timestamptz,
  close_reason text,
  forgotten_at timestamptz,
  -- The trade office of another province that asks with an account of its own.
  organisation_id text references organisation,
  fair_id text references fair,
  request_key text not null unique,
  by_id text,
  is_sample boolean not null default false,
  check (forgotten_at is not null or (contact_name is not null and (contact_phone is not null or contact_email is not null))),
  check ((status = 'closed') = (close_reason is not null)),
  check (status <> 'introduced' or introduced_at is not null)
);
create index buyer_enquiry_organisation on buyer_enquiry (organisation_id) where organisation_id is not null;
create index buyer_enquiry_status on buyer_enquiry (status, asked_at);

-- A day on which buyers and producers sit at tables, so many minutes each.
create table matching_session (
  id text primary key,
  status text not null check (status in ('planned', 'allotted', 'held', 'cancelled')),
  name text not null,
  venue text not null,
  held_on date not null,
  starts_at text not null check (starts_at ~ '^\d\d:\d\d$'),
  slot_minutes integer not null check (slot_minutes between 5 and 120),
  rounds integer not null check (rounds between 1 and 40),
  tables integer not null check (tables between 1 and 100),
  fair_id text references fair,
  cancel_reason text,
  created_at timestamptz not null,
  created_by_id text,
  request_key text not null unique,
  is_sample boolean not null default false,
  check ((status = 'cancelled') = (cancel_reason is not null))
);
create index matching_session_day on matching_session (held_on);

create table matching_wish (
  session_id text not null references matching_session,
  enquiry_id text not null references buyer_enquiry,
  producer_id text not null references producer,
  -- Asked for by the buyer or the producer; without it the office only thinks that they fit.
  is_wish boolean not null,
  at timestamptz not null,
  primary key (session_id, enquiry_id, producer_id)
);

-- Who sits with whom at which table in which round: no table, no buyer and no producer twice in one round, and each pair once.
create table matching_slot (
  session_id text not null,
  enquiry_id text not null,
  producer_id text not null,
  round integer not null check (round > 0),
  table_number integer not null check (table_number > 0),
  outcome text check (outcome in ('met', 'buyer-absent', 'producer-absent')),
  words text not null default '',
  noted_at timestamptz,
  noted_by_name text,
  primary key (session_id, enquiry_id, producer_id),
  foreign key (session_id, enquiry_id, producer_id) references matching_wish,
  constraint matching_slot_table unique (session_id, round, table_number) deferrable initially deferred,
  constraint matching_slot_buyer unique (session_id, round, enquiry_id) deferrable initially deferred,
  constraint matching_slot_producer unique (session_id, round, producer_id) deferrable initially deferred,
  check ((outcome is null) = (noted_at is null))
);

-- One buyer's enquiry and one producer, for one product or for whatever they agree on.
create table buyer_relation (
  id text primary key,
  enquiry_id text not null references buyer_enquiry,
  producer_id text not null references producer,
  product_id text references product,
  -- As the last line of its ledger says: written in the same transaction, checked each night.
  stage text not null check (stage in ('introduced', 'sample', 'quote', 'mou', 'contract', 'first-delivery', 'repeat', 'ended')),
  stage_since date not null,
  session_id text references matching_session,
  fair_id text references fair,
  created_at timestamptz not null,
  is_sample boolean not null default false,
  constraint buyer_relation_pair unique nulls not distinct (enquiry_id, producer_id, product_id)
);
create index buyer_relation_producer on buyer_relation (producer_id);

-- What became of a relation, step by step: nobody changes it later; what was wrong is taken back by one more line.
create table buyer_step (
  relation_id text not null references buyer_relation,
  seq integer not null check (seq > 0),
  kind text not null check (kind in ('step', 'correction')),
  stage text not null check (stage in ('introduced', 'sample', 'quote', 'mou', 'contract', 'first-delivery', 'repeat', 'ended')),
  on_day date not null,
  side text not null check (side in ('buyer', 'producer', 'office')),
  buyer_party text,
  producer_party text,
  until_on date,
  least_vnd bigint check (least_vnd > 0),
  most_vnd bigint check (most_vnd >= least_vnd),
  reason text check (reason in ('price', 'quantity', 'papers', 'quality', 'delivery', 'no-answer', 'broken-promise', 'other')),
  words text not null default '',
  proof_file_hash text references stored_file,
  proof_name text,
  request_key text not null unique,
  at timestamptz not null,
  by_id text,
  by_name text not null,
  primary key (relation_id, seq),
  -- One of two reports of one event counted 175 memoranda and the other 179: one counts here only with two parties, its day and its paper.
  check (kind = 'correction' or stage <> 'mou' or (buyer_party is not null and producer_party is not null and proof_file_hash is not null)),
  check (kind = 'correction' or stage <> 'contract' or (until_on >= on_day and least_vnd is not null)),
  check (kind = 'correction' or stage not in ('first-delivery', 'repeat') or least_vnd is not null),
  check (kind = 'correction' or (stage = 'ended') = (reason is not null)),
  check (kind = 'step' or words <> ''),
  check ((proof_file_hash is null) = (proof_name is null))
);
create trigger buyer_step_append_only before update or delete on buyer_step for each row execute function refuse_change();

-- The other side says that it is so.
create table buyer_step_confirmation (
  relation_id text not null,
  seq integer not null,
  side text not null check (side in ('buyer', 'producer')),
  at timestamptz not null,
  by_name text not null,
  primary key (relation_id, seq, side),
  foreign key (relation_id, seq) references buyer_step
);
create trigger buyer_step_confirmation_append_only before update or delete on buyer_step_confirmation for each row execute function refuse_change();

-- What a producer offers: the goods and prices as they were on that day; a later one takes the place of an earlier.
create table buyer_offer (
  id text primary key,
  relation_id text not null references buyer_relation,
  pack_id text references product_pack,
  goods text not null,
  unit text not null,
  price_vnd bigint not null check (price_vnd > 0),
  least_number integer not null check (least_number > 0),
  gives_sample boolean not null,
  lead_days integer not null check (lead_days between 0 and 365),
  shelf_life_days integer check (shelf_life_days > 0),
  valid_until date not null,
  words text not null default '',
  request_key text not null unique,
  at timestamptz not null,
  by_id text,
  by_name text not null
);
create index buyer_offer_of on buyer_offer (relation_id, at);
create trigger buyer_offer_append_only before update or delete on buyer_offer for each row execute function refuse_change();

-- Price list, certificates and test reports in one file, which opens until a day.
create table buyer_papers (
  id text primary key,
  relation_id text not null references buyer_relation,
  pack_file_hash text not null references stored_file,
  size_bytes integer not null check (size_bytes > 0),
  made_at timestamptz not null,
  ends_on date not null,
  by_name text not null
);
create index buyer_papers_of on buyer_papers (relation_id, made_at);
create trigger buyer_papers_append_only before update or delete on buyer_papers for each row execute function refuse_change();

-- That it was taken, and when; nothing about who.
create table buyer_papers_download (
  id bigint generated always as identity primary key,
  papers_id text not null references buyer_papers,
  at timestamptz not null
);
create index buyer_papers_download_of on buyer_papers_download (papers_id);
create trigger buyer_papers_download_append_only before update or delete on buyer_papers_download for each row execute function refuse_change();
