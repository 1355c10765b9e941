-- Which keys the processes of this database use, without the keys themselves: one that has others would end everybody's session, or sign another log.
create table installation_key (
  purpose text primary key,
  fingerprint text not null,
  noted_at timestamptz not null default now()
);
