-- When the person of a session last typed the password again. Absent: when the session began.
create table session_confirmation (
  session_id text primary key references auth_session on delete cascade,
  at timestamptz not null
);

-- What somebody sent when nobody was signed in any more, or the password had to be asked for first: for some minutes, for the browser that
-- sent it, and encrypted with a key that stands in its address alone.
create table kept_form (
  digest text primary key,
  holder text not null,
  user_id text,
  content bytea not null,
  kept_at timestamptz not null
);
create index kept_form_kept_at on kept_form (kept_at);
