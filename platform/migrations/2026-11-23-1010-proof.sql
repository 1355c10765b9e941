-- What the last proof of each book found: the administrator's page shows it. `faults` is a list of sentences, empty where the book agrees.
create table proof (
  name text primary key,
  at timestamptz not null,
  checked integer not null,
  faults jsonb not null
);
