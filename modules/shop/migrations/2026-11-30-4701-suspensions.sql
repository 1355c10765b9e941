-- A seller is stopped with notice, or at once on the order of an authority (Nghị định 248/2026/NĐ-CP, Điều 18). What was written is never changed.
create table shop_suspension (
  id text primary key,
  producer_id text not null references producer,
  kind text not null check (kind in ('notice', 'order')),
  reason text not null,
  -- With notice: from this moment on, without anybody doing anything.
  starts_at timestamptz check (starts_at > at),
  -- On order: whose, and since when the hours run.
  authority text,
  document_number text,
  received_at timestamptz check (received_at <= at),
  carry_out_by timestamptz check (carry_out_by >= received_at),
  file_hash text references stored_file,
  file_name text,
  request_key text not null unique,
  at timestamptz not null,
  by_id text,
  by_name text not null,
  check ((kind = 'notice') = (starts_at is not null)),
  check (kind = 'notice' or num_nulls(authority, document_number, received_at, carry_out_by, file_hash, file_name) = 0),
  check (kind = 'order' or num_nonnulls(authority, document_number, received_at, carry_out_by, file_hash, file_name) = 0)
);
create index shop_suspension_producer on shop_suspension (producer_id);
create trigger shop_suspension_append_only before update or delete on shop_suspension for each row execute function refuse_change();
create trigger shown_change after insert or update or delete or truncate on shop_suspension execute function send_change('shop');

create table shop_suspension_step (
  id text primary key,
  suspension_id text not null references shop_suspension,
  step text not null check (step in ('answered', 'carried-out', 'withdrawn', 'lifted')),
  words text not null,
  -- By which paper it was lifted.
  document_number text check ((step = 'lifted') = (document_number is not null)),
  request_key text not null unique,
  at timestamptz not null,
  by_id text,
  by_name text not null
);
create index shop_suspension_step_of on shop_suspension_step (suspension_id);
create unique index shop_suspension_step_once on shop_suspension_step (suspension_id) where step = 'carried-out';
create unique index shop_suspension_step_end on shop_suspension_step (suspension_id) where step in ('withdrawn', 'lifted');
create trigger shop_suspension_step_append_only before update or delete on shop_suspension_step for each row execute function refuse_change();
create trigger shown_change after insert or update or delete or truncate on shop_suspension_step execute function send_change('shop');

-- From when to when each suspension holds; one that was withdrawn before it began ends before it begins.
create view suspension_period as
  select suspension.id, suspension.producer_id, coalesce(suspension.starts_at, done.at) as starts_at, over.at as ends_at
  from shop_suspension suspension
  left join shop_suspension_step done on done.suspension_id = suspension.id and done.step = 'carried-out'
  left join shop_suspension_step over on over.suspension_id = suspension.id and over.step in ('withdrawn', 'lifted');
