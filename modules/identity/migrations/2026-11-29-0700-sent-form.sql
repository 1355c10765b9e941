-- A form that a browser sent under a key of its own: sent again under the same key, it is not done twice. `answer` is what the page said, once it is
-- known; absent: it is under way, or the process ended before it could say. Kept for a day, which is longer than a telephone is without signal.
create table sent_form (
  key text not null,
  user_id text not null,
  sum text not null,
  answer text,
  sent_at timestamptz not null,
  primary key (user_id, key)
);
create index sent_form_sent_at on sent_form (sent_at);
