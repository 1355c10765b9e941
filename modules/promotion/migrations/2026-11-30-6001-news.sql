-- A news item: who writes it does not release it. What is written stands in `news_text`, what everybody reads in `news_edition`.
create table news_item (
  id text primary key,
  slug text not null unique,
  status text not null check (status in ('draft', 'in-review', 'reviewed', 'released', 'published', 'correcting', 'withdrawn')),
  -- The version that was written last.
  version integer not null check (version > 0),
  -- What a correction says that it corrects, until it is released.
  correction_note text,
  -- The day on which what it tells of was made: the term of publishing runs from there (Luật Tiếp cận thông tin).
  made_on date not null,
  publish_at timestamptz,
  published_at timestamptz,
  withdrawn_at timestamptz,
  withdraw_reason text,
  created_at timestamptz not null,
  created_by_id text,
  request_key text not null unique,
  is_sample boolean not null default false,
  check (status not in ('published', 'correcting') or published_at is not null),
  check (status <> 'released' or publish_at is not null),
  check ((status = 'correcting') = (correction_note is not null)),
  check ((status = 'withdrawn') = (withdrawn_at is not null) and (withdrawn_at is null) = (withdraw_reason is null))
);
create index news_item_published on news_item (published_at desc) where published_at is not null;
create index news_item_to_publish on news_item (publish_at) where status = 'released';

-- Everything that was written, version by version: nobody changes it later.
create table news_text (
  news_id text not null references news_item,
  version integer not null check (version > 0),
  language text not null check (language in ('vi', 'en', 'km')),
  title text not null,
  lead text not null,
  body text not null,
  search text not null,
  at timestamptz not null,
  by_id text,
  by_name text not null,
  primary key (news_id, version, language)
);
create trigger news_text_append_only before update or delete on news_text for each row execute function refuse_change();

-- What stood in public from when on: the first, and a visible correction each later time. Nobody changes it later.
create table news_edition (
  news_id text not null references news_item,
  number integer not null check (number > 0),
  version integer not null,
  note text,
  at timestamptz not null,
  by_name text not null,
  primary key (news_id, number),
  check ((number = 1) = (note is null))
);
create trigger news_edition_append_only before update or delete on news_edition for each row execute function refuse_change();

create table news_step (
  news_id text not null references news_item,
  seq integer not null,
  step text not null,
  words text not null default '',
  at timestamptz not null,
  by_id text,
  by_name text not null,
  primary key (news_id, seq)
);
create trigger news_step_append_only before update or delete on news_step for each row execute function refuse_change();

-- Somebody who can be recognised has agreed, or the photo is not kept.
create table news_photo (
  id text primary key,
  news_id text not null references news_item,
  position integer not null,
  file_hash text not null references stored_file,
  small_file_hash text not null references stored_file,
  caption text not null,
  alt text not null,
  author text not null,
  licence text not null check (licence in ('own', 'permission', 'cc-by', 'cc-by-sa', 'public-domain')),
  shows_people boolean not null,
  consent text,
  added_at timestamptz not null,
  unique (news_id, file_hash),
  check (not shows_people or consent is not null)
);

create table news_tag (
  news_id text not null references news_item,
  product_id text references product,
  commune_code text references commune,
  fair_id text references fair,
  check (num_nonnulls(product_id, commune_code, fair_id) = 1),
  unique nulls not distinct (news_id, product_id, commune_code, fair_id)
);
create index news_tag_product on news_tag (product_id) where product_id is not null;
create index news_tag_fair on news_tag (fair_id) where fair_id is not null;

-- How often an item was opened on a day: a number, nothing about who.
create table news_view (
  news_id text not null references news_item,
  day date not null,
  views integer not null check (views > 0),
  primary key (news_id, day)
);

-- A reader asks that something be corrected; the answer is read by the number of the case.
create table news_request (
  id text primary key,
  case_code text not null unique,
  news_id text not null references news_item,
  edition integer not null,
  words text not null,
  asked_at timestamptz not null,
  due_on date not null,
  status text not null check (status in ('open', 'closed')),
  is_granted boolean,
  answer text,
  answered_at timestamptz,
  answered_by_name text,
  request_key text not null unique,
  check ((status = 'closed') = (answer is not null) and (answer is null) = (is_granted is null) and (answer is null) = (answered_at is null))
);
create index news_request_open on news_request (due_on) where status = 'open';

create trigger shown_change after insert or update or delete or truncate on news_item execute function send_change('promotion');
create trigger shown_change after insert or delete or truncate on news_text execute function send_change('promotion');
create trigger shown_change after insert or delete or truncate on news_edition execute function send_change('promotion');
create trigger shown_change after insert or update or delete or truncate on news_photo execute function send_change('promotion');
create trigger shown_change after insert or update or delete or truncate on news_tag execute function send_change('promotion');
