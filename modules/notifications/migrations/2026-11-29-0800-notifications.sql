-- One fact, told to one person: however often a job runs, the fact is told once.
create table message (
  id text primary key,
  -- The rule of a room that tells it, and the fact: an event, or a day of a thing.
  name text not null,
  fact text not null,
  kind text not null check (kind in ('security', 'safety', 'law', 'work', 'news')),
  pace text not null check (pace in ('at-once', 'digest')),
  -- An account (usr_…), a purchase without one (grp_…), or who reported a doubt (dbt_…). The address is never kept here: it is asked for when something is sent.
  recipient text not null,
  user_id text references auth_user on delete cascade,
  language text not null check (language in ('vi', 'en', 'km')),
  subject text not null,
  content text not null,
  short text not null,
  -- What fills a template of Zalo.
  filled jsonb not null default '{}',
  path text not null,
  object_type text not null,
  object_id text not null,
  at timestamptz not null,
  read_at timestamptz,
  unique (name, fact, recipient),
  check (recipient ~ '^(usr|grp|dbt)_'),
  check ((user_id is not null) = (recipient like 'usr\_%'))
);
create index message_inbox on message (user_id, at desc) where user_id is not null;
create index message_unread on message (user_id) where read_at is null and user_id is not null;
create index message_object on message (object_type, object_id);
create index message_recipient on message (recipient, at);
create index message_at on message (at);

-- One message on its way by one channel. `sent_again` counts what the office sent another time.
create table delivery (
  id text primary key,
  message_id text not null references message on delete cascade,
  recipient text not null,
  channel text not null check (channel in ('mail', 'sms', 'zns', 'push')),
  sent_again integer not null default 0 check (sent_again >= 0),
  -- waiting and sending go on; the others are how it ended. `off`: the channel was not set up; `dropped`: no address, or nothing true to say any more.
  state text not null check (state in ('waiting', 'sending', 'taken', 'refused', 'unknown', 'given-up', 'off', 'dropped')),
  -- In this order to one person by one channel.
  seq bigint generated always as identity,
  -- When it was meant to go; and when the next try may be made, later where the provider was down.
  due_at timestamptz not null,
  try_at timestamptz not null,
  tries integer not null default 0,
  why text,
  provider_id text,
  began_at timestamptz,
  ended_at timestamptz,
  unique (message_id, channel, sent_again)
);
create index delivery_waiting on delivery (try_at) where state in ('waiting', 'sending');
create index delivery_line on delivery (recipient, channel, seq) where state in ('waiting', 'sending');
create index delivery_ended on delivery (state, ended_at);

-- How somebody wants to be reached: the language, a mobile number (locked by the product), hours in which no telephone rings.
create table reach (
  user_id text primary key references auth_user on delete cascade,
  language text not null default 'vi' check (language in ('vi', 'en', 'km')),
  phone text check (phone like 'locked:%'),
  quiet_from smallint check (quiet_from between 0 and 23),
  quiet_to smallint check (quiet_to between 0 and 23),
  updated_at timestamptz not null,
  check ((quiet_from is null) = (quiet_to is null))
);
create table message_preference (
  user_id text not null references auth_user on delete cascade,
  kind text not null check (kind in ('security', 'safety', 'law', 'work', 'news')),
  channel text not null check (channel in ('mail', 'sms', 'zns', 'push')),
  wanted boolean not null,
  at timestamptz not null,
  primary key (user_id, kind, channel)
);
-- A browser that shows messages.
create table push_subscription (
  id text primary key,
  user_id text not null references auth_user on delete cascade,
  endpoint text not null unique,
  p256dh text not null,
  auth text not null,
  device text not null default '',
  created_at timestamptz not null
);
create index push_subscription_user on push_subscription (user_id);

-- An address that a provider refused for good, as a digest: a new address is tried again.
create table refused_address (
  recipient text not null,
  channel text not null check (channel in ('mail', 'sms', 'zns')),
  digest text not null,
  why text not null,
  at timestamptz not null,
  primary key (recipient, channel)
);

-- The province's own words in place of those of the product: the latest version counts, one without words gives the product's back.
create table message_text (
  name text not null,
  language text not null check (language in ('vi', 'en', 'km')),
  version integer not null check (version > 0),
  subject text,
  content text,
  short text,
  -- The number that Zalo gave its approved text; absent: nothing goes by Zalo.
  zns_template text,
  by_id text,
  by_name text not null,
  at timestamptz not null,
  primary key (name, language, version),
  check ((subject is null) = (content is null) and (subject is null) = (short is null))
);
create trigger message_text_append_only before update or delete on message_text for each row execute function refuse_change();
