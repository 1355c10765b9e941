-- An officer of its commune fills and files a dossier for a producer (nộp hộ): with a paper that shows its consent where nobody of it has come in by an
-- account, or because it asked for it at its own desk. Who ever was one stays on file: they judge nothing of that dossier.
create table dossier_proxy (
  id text primary key,
  dossier_id text not null references dossier on delete cascade,
  consent text not null check (consent in ('paper', 'asked')),
  asked_at timestamptz,
  asked_by_name text,
  -- Absent while the producer's wish waits for an officer.
  user_id text,
  user_name text,
  office_name text,
  began_at timestamptz,
  reason text not null default '',
  paper_file_hash text references stored_file,
  paper_name text,
  ended_at timestamptz,
  ended_by_name text,
  check ((consent = 'paper') = (paper_file_hash is not null)),
  check ((consent = 'asked') = (asked_at is not null)),
  check ((user_id is null) = (began_at is null)),
  check (consent = 'asked' or user_id is not null)
);
create unique index dossier_proxy_one on dossier_proxy (dossier_id) where ended_at is null;
create index dossier_proxy_user on dossier_proxy (user_id);

-- Who may write in a dossier for its producer now. A consent on paper lasts until somebody of the producer comes in: from then on it writes itself, or asks.
create view dossier_proxy_now as
select proxy.dossier_id, proxy.user_id, proxy.user_name, proxy.office_name, proxy.consent, proxy.began_at
from dossier_proxy proxy
join dossier on dossier.id = proxy.dossier_id
join producer_card producer on producer.id = dossier.producer_id
where proxy.ended_at is null and proxy.user_id is not null
  and (
    proxy.consent = 'asked'
    or not exists (
      select from active_member_card active where active.organisation_id = producer.organisation_id and active.role = 'producer'
    )
  );

-- For whom it was done, where somebody else did it; both names stand in the record.
alter table dossier_move add column for_name text;
alter table dossier_filing add column filed_for_name text;
