-- Somebody asks that a product go over to another producer: who has it, or who is to have it. The other side agrees at its own desk, or on a paper that
-- the commune or the office has seen; the commune checks, the office of the province confirms.
create table product_transfer (
  id text primary key,
  code text not null unique,
  status text not null check (status in ('filed', 'agreed', 'checked', 'asked', 'confirmed', 'refused', 'declined', 'withdrawn')),
  product_id text not null references product,
  from_producer_id text not null references producer,
  to_producer_id text not null references producer,
  -- Which side asked: the other one agrees.
  asked_by text not null check (asked_by in ('from', 'to')),
  reason text not null,
  -- The commune of whoever had the product when it was asked; absent where nobody knows it: the office does the commune's part.
  desk_commune_code text references commune,
  -- Who said for the other side that a paper shows its consent; whoever did does not confirm.
  attested_by_id text,
  checked_by_id text,
  filed_by_id text not null,
  filed_by_name text not null,
  request_key text not null unique,
  filed_at timestamptz not null,
  -- Since when, and until when, whose answer is waited for; a day counts from the other side's consent on.
  waits_since timestamptz not null,
  due_on date,
  answer text,
  decided_at timestamptz,
  decided_by_id text,
  decided_by_name text,
  version integer not null default 1,
  check (from_producer_id <> to_producer_id)
);
-- Of one product one at a time.
create unique index product_transfer_one_open on product_transfer (product_id) where status in ('filed', 'agreed', 'checked', 'asked');
create index product_transfer_waiting on product_transfer (desk_commune_code, status);
create index product_transfer_from on product_transfer (from_producer_id);
create index product_transfer_to on product_transfer (to_producer_id);

-- Each step, the first one first, with the paper that came with it.
create table product_transfer_step (
  transfer_id text not null references product_transfer on delete cascade,
  number integer not null,
  at timestamptz not null,
  act text not null,
  by_id text,
  by_name text not null,
  words text,
  paper_file_hash text references stored_file,
  paper_name text,
  primary key (transfer_id, number)
);
