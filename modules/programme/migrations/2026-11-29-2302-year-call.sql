-- The call to take part in a round of the year: of the province to communes and producers, or of a commune to its own producers.
create table year_call (
  id text primary key,
  year integer not null check (year between 2000 and 2200),
  round integer not null check (round between 1 and 9),
  -- Absent: the province calls.
  commune_code text references commune,
  last_day date not null,
  at timestamptz not null,
  by_id text,
  by_name text not null
);

-- Whom a call reached. The same side calls nobody twice to the same round: `side` is the commune that calls, or 'province'.
create table year_call_recipient (
  call_id text not null references year_call,
  side text not null,
  year integer not null,
  round integer not null,
  -- A commune's office or a producer, by its code or id.
  target text not null,
  reason text not null check (reason in ('commune', 'draft', 'ending', 'no-product')),
  product_id text references product,
  primary key (side, year, round, target)
);
create index year_call_recipient_call on year_call_recipient (call_id);
