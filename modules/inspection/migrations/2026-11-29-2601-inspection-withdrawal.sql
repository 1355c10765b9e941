-- The withdrawals that were proposed on the minutes of a visit: each names the visit that it stands on.
create table inspection_withdrawal (
  proposal_id text primary key references withdrawal_proposal,
  inspection_id text not null references inspection,
  proposed_at timestamptz not null,
  proposed_by_name text not null
);
create index inspection_withdrawal_inspection on inspection_withdrawal (inspection_id);
