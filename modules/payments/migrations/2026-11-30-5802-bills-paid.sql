-- A line may be for the bill of a month: its money is put to several orders, the oldest first.
alter table bank_line
  add column bill_id text references buyer_bill,
  add column bill_code text,
  add constraint bank_line_bill check ((bill_id is null) = (bill_code is null) and (bill_id is null or order_id is null));
create index bank_line_bill_of on bank_line (bill_id) where bill_id is not null;

-- What of a line stands in the shop's log of money under `{line}.{order}`.
create table bank_line_part (
  line_id text not null references bank_line,
  order_id text not null references shop_order,
  order_code text not null,
  amount_vnd bigint not null check (amount_vnd > 0),
  primary key (line_id, order_id)
);
create index bank_line_part_order on bank_line_part (order_id);
create trigger bank_line_part_append_only before update or delete on bank_line_part for each row execute function refuse_change();

-- No more of a line is put to orders than it brought.
create function bank_line_part_fits() returns trigger language plpgsql as $$
begin
  if (select sum(amount_vnd) from bank_line_part where line_id = new.line_id) > (select amount_vnd from bank_line where id = new.line_id) then
    raise exception 'more of % than came', new.line_id using errcode = 'check_violation', constraint = 'bank_line_part_fits';
  end if;
  return null;
end $$;
create constraint trigger bank_line_part_fits after insert on bank_line_part deferrable initially deferred for each row execute function bank_line_part_fits();

alter table bank_line_answer add column bill_id text references buyer_bill;
do $$
declare old text;
begin
  select conname into strict old from pg_constraint
    where conrelid = 'bank_line_answer'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%set-aside%' and pg_get_constraintdef(oid) like '%order_id IS NULL%';
  execute format('alter table bank_line_answer drop constraint %I', old);
end $$;
alter table bank_line_answer
  add constraint bank_line_answer_of check (
    (answer = 'set-aside') = (order_id is null and bill_id is null) and (order_id is null or bill_id is null));
