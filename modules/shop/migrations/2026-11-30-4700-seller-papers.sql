-- What a seller shows of itself and of what it sells (Luật Thương mại điện tử 122/2025/QH15, Điều 17.1.c): each paper with its file, read by the office.
create table seller_paper (
  id text primary key,
  producer_id text not null references producer,
  kind text not null,
  -- Of the products of which set it speaks; null: of the seller.
  set_code text,
  -- The number of a household's registration is that of a person.
  number text not null constraint seller_paper_number_locked check (number like 'locked:%'),
  issued_by text not null,
  issued_on date not null,
  -- Null: it has no end.
  valid_until date check (valid_until >= issued_on),
  file_hash text not null references stored_file,
  file_name text not null,
  status text not null check (status in ('waiting', 'verified', 'returned', 'replaced')),
  return_reason text,
  judged_at timestamptz,
  judged_by text,
  request_key text not null unique,
  handed_in_at timestamptz not null,
  handed_in_by text,
  check ((status = 'returned') = (return_reason is not null)),
  check (status not in ('verified', 'returned') or judged_at is not null)
);
create index seller_paper_producer on seller_paper (producer_id, kind);
create unique index seller_paper_waiting on seller_paper (producer_id, kind, coalesce(set_code, '')) where status = 'waiting';

-- A verification lasts as long as the first of its papers; one from before papers were asked for ends on the day that the law topic `seller.paperless-until` names.
alter table seller
  add column by_papers boolean not null default false,
  add column verified_until date,
  add constraint seller_until_of_papers check (by_papers or verified_until is null);
