-- A contest: what is looked for, by which criteria and for which prizes, until which hour. No fee is asked.
create table contest (
  id text primary key,
  slug text not null unique,
  status text not null check (status in ('draft', 'open', 'judging', 'published', 'cancelled')),
  name text not null,
  about text not null,
  rules_text text not null,
  -- Of a fair the contest bears its name (Nghị định 81/2018/NĐ-CP).
  fair_id text references fair,
  organiser text not null,
  letter_number text not null,
  letter_on date not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null check (closes_at > opens_at),
  judge_by timestamptz not null check (judge_by > closes_at),
  judging_at timestamptz,
  published_at timestamptz,
  published_by_name text,
  cancel_reason text,
  request_key text not null unique,
  created_at timestamptz not null,
  created_by_id text,
  is_sample boolean not null default false,
  check (status <> 'published' or (published_at is not null and published_by_name is not null)),
  check (status <> 'cancelled' or cancel_reason is not null)
);
create index contest_closes on contest (closes_at);

create table contest_criterion (
  contest_id text not null references contest,
  position integer not null check (position > 0),
  says text not null,
  points integer not null check (points between 1 and 100),
  primary key (contest_id, position)
);

create table contest_prize (
  contest_id text not null references contest,
  rank integer not null check (rank > 0),
  says text not null,
  -- How many of it there are.
  places integer not null check (places between 1 and 100),
  value_vnd bigint not null check (value_vnd >= 0),
  primary key (contest_id, rank)
);

-- Criteria and prizes are those under which entries were made.
create function keep_opened_contest() returns trigger language plpgsql as $$
begin
  if exists (select from contest where id = coalesce(new.contest_id, old.contest_id) and status <> 'draft') then
    raise exception 'the criteria and prizes of a contest that was opened stay' using errcode = 'check_violation', constraint = 'contest_opened';
  end if;
  return coalesce(new, old);
end $$;
create trigger contest_criterion_kept before insert or update or delete on contest_criterion for each row execute function keep_opened_contest();
create trigger contest_prize_kept before insert or update or delete on contest_prize for each row execute function keep_opened_contest();

create table contest_entry (
  id text primary key,
  contest_id text not null references contest,
  number integer not null check (number > 0),
  status text not null check (status in ('entered', 'withdrawn', 'set-aside')),
  title text not null,
  about text not null,
  entrant_name text not null,
  phone text check (phone like 'locked:%'),
  shows_name boolean not null,
  -- Whoever was signed in; of a producer whose register it is in.
  by_id text,
  producer_id text references producer,
  language text not null check (language in ('vi', 'en', 'km')),
  set_aside_reason text,
  entered_at timestamptz not null,
  changed_at timestamptz not null,
  erased_at timestamptz,
  request_key text not null unique,
  is_sample boolean not null default false,
  unique (contest_id, number),
  unique (id, contest_id),
  check (status <> 'set-aside' or set_aside_reason is not null)
);
create index contest_entry_by on contest_entry (by_id) where by_id is not null;

create table contest_entry_photo (
  entry_id text not null references contest_entry,
  position integer not null check (position between 1 and 5),
  photo_hash text not null references stored_file,
  primary key (entry_id, position)
);
create index contest_entry_photo_hash on contest_entry_photo (photo_hash);

create table contest_entry_product (
  entry_id text not null references contest_entry,
  product_id text not null references product,
  primary key (entry_id, product_id)
);

-- One of the jury with the one sheet that is theirs.
create table contest_juror (
  id text primary key,
  contest_id text not null references contest,
  user_id text not null,
  name text not null,
  status text not null check (status in ('named', 'handed-in', 'released')),
  named_at timestamptz not null,
  handed_in_at timestamptz,
  unique (contest_id, user_id),
  check ((status = 'handed-in') = (handed_in_at is not null))
);
create index contest_juror_user on contest_juror (user_id);

create table contest_mark (
  juror_id text not null references contest_juror,
  entry_id text not null references contest_entry,
  criterion integer not null,
  points integer not null check (points >= 0),
  primary key (juror_id, entry_id, criterion)
);
create table contest_conflict (
  juror_id text not null references contest_juror,
  entry_id text not null references contest_entry,
  words text not null,
  at timestamptz not null,
  primary key (juror_id, entry_id)
);

-- What was handed in stays: no mark is added to it, changed or taken away.
create function keep_handed_in_sheet() returns trigger language plpgsql as $$
begin
  if exists (select from contest_juror where id = coalesce(new.juror_id, old.juror_id) and status <> 'named') then
    raise exception 'a sheet that was handed in stays' using errcode = 'check_violation', constraint = 'contest_sheet_handed_in';
  end if;
  return coalesce(new, old);
end $$;
create trigger contest_mark_kept before insert or update or delete on contest_mark for each row execute function keep_handed_in_sheet();
create trigger contest_conflict_kept before insert or update or delete on contest_conflict for each row execute function keep_handed_in_sheet();
create function keep_handed_in_juror() returns trigger language plpgsql as $$
begin
  if old.status = 'handed-in' and new is distinct from old then
    raise exception 'a sheet that was handed in stays' using errcode = 'check_violation', constraint = 'contest_sheet_handed_in';
  end if;
  return new;
end $$;
create trigger contest_juror_kept before update on contest_juror for each row execute function keep_handed_in_juror();

-- How the jury voted where entries were equal across the edge of a prize: the first named stands first.
create table contest_vote (
  contest_id text not null references contest,
  seq integer not null,
  numbers integer[] not null,
  words text not null,
  at timestamptz not null,
  by_name text not null,
  primary key (contest_id, seq)
);
create trigger contest_vote_append_only before update or delete on contest_vote for each row execute function refuse_change();

-- The result as it was published: an average is points over sheets.
create table contest_result (
  contest_id text not null references contest,
  entry_id text not null references contest_entry,
  place integer not null check (place > 0),
  points integer not null check (points >= 0),
  sheets integer not null check (sheets > 0),
  prize integer,
  by_vote boolean not null,
  published_at timestamptz not null,
  primary key (contest_id, entry_id),
  foreign key (contest_id, prize) references contest_prize,
  foreign key (entry_id, contest_id) references contest_entry (id, contest_id)
);
create trigger contest_result_append_only before update or delete on contest_result for each row execute function refuse_change();

-- A prize that was taken back after it was published: beside the result, never in its place.
create table contest_prize_withdrawal (
  contest_id text not null,
  entry_id text not null,
  words text not null,
  decision_number text not null,
  at timestamptz not null,
  by_name text not null,
  primary key (contest_id, entry_id),
  foreign key (contest_id, entry_id) references contest_result
);
create trigger contest_prize_withdrawal_append_only before update or delete on contest_prize_withdrawal for each row execute function refuse_change();
