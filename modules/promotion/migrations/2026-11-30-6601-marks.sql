-- A mark that several may use, or that only its owner may: who holds it, and by what.
create table mark (
  id text primary key,
  slug text not null unique,
  kind text not null check (kind in ('trademark', 'collective', 'certification', 'gi', 'ocop')),
  name text not null,
  owner_id text not null references organisation,
  -- The number of the application, then that of the certificate.
  number text not null,
  about text not null,
  created_at timestamptz not null,
  created_by_id text,
  request_key text not null unique,
  is_sample boolean not null default false
);

-- What became of a mark, in the order of the law: nobody changes it later. `until_on`: the last day of its term, as it was reckoned on the day.
create table mark_step (
  mark_id text not null references mark,
  seq integer not null check (seq > 0),
  step text not null check (step in ('filed', 'accepted', 'published', 'granted', 'renewed', 'decided', 'ended')),
  on_date date not null,
  number text,
  note text,
  until_on date,
  at timestamptz not null,
  by_id text,
  by_name text not null,
  primary key (mark_id, seq),
  check (until_on is null or step in ('granted', 'renewed'))
);
create trigger mark_step_append_only before update or delete on mark_step for each row execute function refuse_change();

-- The extract of the register and the regulation of use, paper by paper: an older one stays.
create table mark_paper (
  id text primary key,
  mark_id text not null references mark,
  kind text not null check (kind in ('extract', 'regulation')),
  dated_on date not null,
  number text not null,
  file_hash text not null references stored_file,
  file_name text not null,
  at timestamptz not null,
  by_id text,
  by_name text not null,
  unique (mark_id, file_hash)
);
create trigger mark_paper_append_only before update or delete on mark_paper for each row execute function refuse_change();

-- Who may use a mark for which product, admitted by whom, from when to when.
create table mark_use (
  id text primary key,
  code text not null unique,
  mark_id text not null references mark,
  producer_id text not null references producer,
  product_id text not null references product,
  from_on date not null,
  until_on date,
  admitted_by text not null,
  paper_number text not null,
  at timestamptz not null,
  by_id text,
  by_name text not null,
  request_key text not null unique,
  ended_on date,
  ended_reason text,
  ended_by_name text,
  check (until_on >= from_on),
  check ((ended_on is null) = (ended_reason is null) and (ended_on is null) = (ended_by_name is null))
);
create index mark_use_product on mark_use (product_id);
create index mark_use_mark on mark_use (mark_id);

-- A card that was printed leads to its line for good: what was admitted does not change, it ends once.
create function keep_mark_use() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.ended_on is not null
    or (to_jsonb(new) - '{ended_on,ended_reason,ended_by_name}'::text[]) <> (to_jsonb(old) - '{ended_on,ended_reason,ended_by_name}'::text[])
  then raise exception 'the use of a mark is not changed, it is ended once' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger mark_use_kept before update or delete on mark_use for each row execute function keep_mark_use();

-- Somebody saw a mark where it should not be. Whoever is said to do it is never public; how to reach whoever reports it is forgotten with the answer.
create table mark_misuse (
  id text primary key,
  case_code text not null unique,
  mark_id text references mark,
  words text not null,
  place text,
  photo_hash text references stored_file,
  contact text,
  status text not null check (status in ('open', 'examining', 'closed')),
  reported_at timestamptz not null,
  due_on date not null,
  finding text check (finding in ('misuse', 'allowed', 'unproven')),
  answer text,
  answered_at timestamptz,
  answered_by_name text,
  request_key text not null unique,
  check ((status = 'closed') = (answer is not null) and (answer is null) = (finding is null) and (answer is null) = (answered_at is null)),
  check (status <> 'closed' or contact is null)
);
create index mark_misuse_open on mark_misuse (due_on) where status <> 'closed';

create table mark_misuse_step (
  misuse_id text not null references mark_misuse,
  seq integer not null check (seq > 0),
  step text not null,
  words text not null,
  at timestamptz not null,
  by_id text,
  by_name text not null,
  primary key (misuse_id, seq)
);
create trigger mark_misuse_step_append_only before update or delete on mark_misuse_step for each row execute function refuse_change();

create trigger shown_change after insert or update or delete or truncate on mark execute function send_change('promotion');
create trigger shown_change after insert or delete or truncate on mark_step execute function send_change('promotion');
create trigger shown_change after insert or update or delete or truncate on mark_use execute function send_change('promotion');
