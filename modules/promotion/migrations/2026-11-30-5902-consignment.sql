-- Goods of a producer at a point of sale, on consignment (ký gửi). They stay the producer's until they are sold; who did what stands in one book.
create table consignment (
  id text primary key,
  point_id text not null references point_of_sale,
  producer_id text not null references producer,
  status text not null check (status in ('proposed', 'open', 'ended')),
  -- Where its goods lie in the ledger: at the point, and between the two.
  shelf_id text not null unique references place,
  road_id text not null unique references place,
  next_seq integer not null default 1 check (next_seq > 0),
  request_key text not null unique,
  created_at timestamptz not null,
  ended_at timestamptz,
  is_sample boolean not null default false,
  check ((status = 'ended') = (ended_at is not null))
);
create unique index consignment_one on consignment (point_id, producer_id) where status <> 'ended';
create index consignment_producer on consignment (producer_id);

-- A version of the contract: a new one is written beside it, what was agreed stays.
create table consignment_terms (
  id text primary key,
  consignment_id text not null references consignment,
  version integer not null check (version > 0),
  contract_number text not null,
  contract_on date not null,
  commission_percent numeric(5, 2) not null check (commission_percent between 0 and 100),
  spoiled_by text not null check (spoiled_by in ('owner', 'point')),
  expired_by text not null check (expired_by in ('owner', 'point')),
  pay_within_days integer not null check (pay_within_days between 0 and 90),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  proposed_side text not null check (proposed_side in ('owner', 'point')),
  proposed_at timestamptz not null,
  proposed_by_name text not null,
  agreed_at timestamptz,
  agreed_by_name text,
  request_key text not null unique,
  unique (consignment_id, version),
  check ((agreed_at is null) = (agreed_by_name is null))
);
create function keep_terms() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.agreed_at is not null or new.agreed_at is null
    or (to_jsonb(new) - 'agreed_at' - 'agreed_by_name') <> (to_jsonb(old) - 'agreed_at' - 'agreed_by_name') then
    raise exception 'terms are agreed to once and never changed' using errcode = 'check_violation', constraint = 'consignment_terms_kept';
  end if;
  return new;
end $$;
create trigger consignment_terms_kept before update or delete on consignment_terms for each row execute function keep_terms();

-- The paper that goes with goods (Nghị định 254/2026/NĐ-CP, Thông tư 91/2026/TT-BTC): letter B to an agent, letter N within one's own house.
create table consignment_note (
  id text primary key,
  consignment_id text not null references consignment,
  terms_id text not null references consignment_terms,
  letter text not null check (letter in ('B', 'N')),
  form_symbol text not null,
  number integer not null check (number > 0),
  direction text not null check (direction in ('out', 'back')),
  status text not null check (status in ('sent', 'received')),
  reason text not null,
  carrier text not null,
  vehicle text not null,
  from_store text not null,
  to_store text not null,
  sent_at timestamptz not null,
  sent_by_name text not null,
  received_at timestamptz,
  received_by_name text,
  minute text not null default '',
  request_key text not null unique,
  check ((status = 'received') = (received_at is not null))
);
-- Numbers run on for whoever writes them, each year and letter anew.
create table consignment_note_number (
  issuer_id text not null,
  form_symbol text not null,
  last integer not null,
  primary key (issuer_id, form_symbol)
);
create index consignment_note_of on consignment_note (consignment_id, sent_at);
create table consignment_note_line (
  note_id text not null references consignment_note,
  line integer not null,
  lot_id text not null references lot,
  pack_id text not null references product_pack,
  quantity integer not null check (quantity > 0),
  price_vnd bigint not null check (price_vnd > 0),
  vat_name text not null,
  vat_percent integer check (vat_percent between 0 and 50),
  from_place_id text not null references place,
  -- What came, and what was broken on the way; the rest never left.
  received integer check (received between 0 and quantity),
  broken integer check (broken >= 0),
  primary key (note_id, line),
  unique (note_id, lot_id, pack_id),
  check ((received is null) = (broken is null)),
  check (received + broken <= quantity)
);

-- The book of one consignment, in the order in which it was written; nobody changes it later. Money is that of the moment.
create table consignment_entry (
  id text primary key,
  consignment_id text not null references consignment,
  seq integer not null,
  kind text not null check (kind in ('received', 'sold', 'cancelled', 'returned', 'lost', 'recalled')),
  lot_id text not null references lot,
  pack_id text not null references product_pack,
  delta integer not null check (delta <> 0),
  price_vnd bigint not null check (price_vnd >= 0),
  amount_vnd bigint not null,
  commission_vnd bigint not null,
  due_vnd bigint not null check (due_vnd = amount_vnd - commission_vnd),
  -- By which version of the contract, at which rate, from whom to whom: what is changed later changes nothing here.
  terms_id text references consignment_terms,
  commission_percent numeric(5, 2),
  payer_name text,
  payee_name text,
  vat_name text not null,
  vat_percent integer,
  cause text check (cause in ('spoiled', 'expired', 'missing')),
  borne_by text check (borne_by in ('owner', 'point')),
  note text not null default '',
  note_id text references consignment_note,
  cancels_id text unique references consignment_entry,
  ledger_ref text unique,
  request_key text unique,
  at timestamptz not null,
  by_id text,
  by_name text not null,
  unique (consignment_id, seq),
  check (case kind when 'received' then delta > 0 when 'cancelled' then delta > 0 when 'recalled' then true else delta < 0 end),
  check ((kind = 'lost') = (cause is not null) and (cause is null) = (borne_by is null)),
  check ((kind = 'cancelled') = (cancels_id is not null)),
  check (kind in ('sold', 'cancelled', 'lost') or (amount_vnd = 0 and commission_vnd = 0)),
  check (kind not in ('sold', 'cancelled') or (amount_vnd = -delta * price_vnd and terms_id is not null and payer_name is not null and payee_name is not null))
);
create index consignment_entry_goods on consignment_entry (consignment_id, lot_id, pack_id);
create trigger consignment_entry_append_only before update or delete on consignment_entry for each row execute function refuse_change();

-- What was counted at the end of a period, with the sums of the book until then. Signed by both it never changes.
create table consignment_statement (
  id text primary key,
  consignment_id text not null references consignment,
  number integer not null check (number > 0),
  status text not null check (status in ('open', 'signed', 'withdrawn')),
  from_seq integer not null,
  to_seq integer not null check (to_seq >= from_seq),
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  sold_vnd bigint not null,
  commission_vnd bigint not null,
  lost_vnd bigint not null,
  due_vnd bigint not null,
  pay_by date not null,
  minute text not null default '',
  made_at timestamptz not null,
  made_by_name text not null,
  point_signed_at timestamptz,
  point_signed_by_name text,
  owner_signed_at timestamptz,
  owner_signed_by_name text,
  withdrawn_reason text,
  request_key text not null unique,
  unique (consignment_id, number),
  check ((status = 'signed') = (point_signed_at is not null and owner_signed_at is not null)),
  check ((status = 'withdrawn') = (withdrawn_reason is not null))
);
create function keep_statement() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.status <> 'open'
    or (to_jsonb(new) - '{status,point_signed_at,point_signed_by_name,owner_signed_at,owner_signed_by_name,withdrawn_reason}'::text[])
      <> (to_jsonb(old) - '{status,point_signed_at,point_signed_by_name,owner_signed_at,owner_signed_by_name,withdrawn_reason}'::text[])
    or (old.point_signed_at is not null and (new.point_signed_at, new.point_signed_by_name) is distinct from (old.point_signed_at, old.point_signed_by_name))
    or (old.owner_signed_at is not null and (new.owner_signed_at, new.owner_signed_by_name) is distinct from (old.owner_signed_at, old.owner_signed_by_name))
  then
    raise exception 'what was signed stays' using errcode = 'check_violation', constraint = 'consignment_statement_kept';
  end if;
  return new;
end $$;
create trigger consignment_statement_kept before update or delete on consignment_statement for each row execute function keep_statement();

create table consignment_statement_line (
  statement_id text not null references consignment_statement,
  lot_id text not null references lot,
  pack_id text not null references product_pack,
  opening integer not null,
  received integer not null,
  sold integer not null,
  returned integer not null,
  lost_owner integer not null,
  lost_point integer not null,
  recalled integer not null,
  counted integer not null check (counted >= 0),
  sold_vnd bigint not null,
  commission_vnd bigint not null,
  lost_vnd bigint not null,
  due_vnd bigint not null check (due_vnd = sold_vnd - commission_vnd + lost_vnd),
  note text not null default '',
  primary key (statement_id, lot_id, pack_id),
  check (opening + received - sold - returned - lost_owner - lost_point - recalled = counted)
);
create trigger consignment_statement_line_append_only before update or delete on consignment_statement_line for each row execute function refuse_change();
