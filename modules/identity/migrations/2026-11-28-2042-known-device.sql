-- Browsers in which somebody signed in: their way in stays open while others guess at the account. The cookie is kept as a digest.
create table known_device (
  digest text not null,
  user_id text not null references auth_user on delete cascade,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (digest, user_id)
);
create index known_device_user on known_device (user_id);
