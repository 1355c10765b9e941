-- A one-time address with which a person chooses a password: for an account just opened, or whose access was renewed. The secret is kept as a
-- digest.
create table invitation (
  id text primary key,
  user_id text not null references auth_user on delete cascade,
  digest text not null unique,
  kind text not null check (kind in ('first', 'renewed')),
  made_by_name text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index invitation_user on invitation (user_id, made_at);

-- What an administrator did to somebody's way in: told in the office until its owner says that it was seen, and kept on the account.
create table account_notice (
  id text primary key,
  user_id text not null references auth_user on delete cascade,
  kind text not null check (kind in ('access-renewed', 'second-factor-removed')),
  by_name text not null,
  at timestamptz not null,
  seen_at timestamptz
);
create index account_notice_user on account_notice (user_id, at);

-- One administrator asked that the second factor of somebody be taken away; another confirms it.
create table factor_removal (
  user_id text primary key references auth_user on delete cascade,
  asked_by_id text not null,
  asked_by_name text not null,
  asked_at timestamptz not null
);
