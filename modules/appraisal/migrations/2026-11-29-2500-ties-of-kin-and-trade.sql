-- More ties are proposed, each with what it rests on: an address, a family name, a business. Whoever judges it and the member read that, nobody else.
alter table proposed_tie drop constraint proposed_tie_tie_check;
alter table proposed_tie
  add constraint proposed_tie_tie_check check (tie in (
    'commune-officer', 'producer-email', 'dossier-adviser', 'trade-partner', 'joint-organisation', 'same-address', 'family-near', 'commune-kin'
  )),
  add column basis text not null default '';

-- Where a member of councils lives, as they say themselves: accounts hold no address. It is compared with those of producers and shown to nobody.
create table member_home (
  user_id text primary key references auth_user,
  address text not null check (address <> ''),
  commune_code text not null references commune,
  declared_at timestamptz not null
);
