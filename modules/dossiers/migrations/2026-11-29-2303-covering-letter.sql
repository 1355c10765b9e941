-- One letter (công văn) with which a commune sends several dossiers to the province; the lines stay as they were when it was drawn up.
create table covering_letter (
  id text primary key,
  commune_code text not null references commune,
  status text not null check (status in ('draft', 'sent', 'dropped')),
  lines jsonb not null,
  is_sample boolean not null,
  number text,
  signed_on date,
  signer text,
  made_at timestamptz not null,
  made_by_id text,
  sent_at timestamptz,
  sent_by_id text,
  check ((status = 'sent') = (number is not null and signed_on is not null and sent_at is not null))
);
create index covering_letter_commune on covering_letter (commune_code, made_at);

create table covering_letter_dossier (
  letter_id text not null references covering_letter,
  dossier_id text not null references dossier,
  primary key (letter_id, dossier_id)
);
create index covering_letter_dossier_dossier on covering_letter_dossier (dossier_id);
