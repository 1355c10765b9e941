-- The bill of a month of a buyer by agreement: what is asked for is fixed when it is made, what is still open follows from the orders.
alter table agreed_buyer
  -- In which the buyer is written to.
  add column language text not null default 'vi' check (language in ('vi', 'en', 'km'));
alter table buyer_agreement
  -- While a bill is overdue nothing more is sold on account.
  add column stops_when_overdue boolean not null default false,
  add constraint buyer_agreement_stops check (credit_limit_vnd is not null or not stops_when_overdue);

create table buyer_bill (
  id text primary key,
  buyer_id text not null references agreed_buyer,
  producer_id text not null references producer,
  number integer not null check (number > 0),
  -- The content of the transfer: no order has the same.
  code text not null unique,
  link_secret text not null,
  from_on date not null,
  -- The last day, in Việt Nam, on which an order was placed that stands on it.
  until_on date not null check (until_on >= from_on),
  due_on date not null,
  -- What its orders came to, what was carried over from orders whose money is to go back, and what is asked for.
  orders_vnd bigint not null check (orders_vnd > 0),
  credit_vnd bigint not null check (credit_vnd >= 0),
  total_vnd bigint not null check (total_vnd >= 0),
  request_key text not null unique,
  made_at timestamptz not null,
  by_id text not null,
  by_name text not null,
  unique (buyer_id, number),
  check (total_vnd = orders_vnd - credit_vnd)
);
create index buyer_bill_producer on buyer_bill (producer_id, made_at);

-- To which account it is paid, whatever the seller changes later. The number lies locked.
create table buyer_bill_account (
  bill_id text primary key references buyer_bill,
  bank_bin text not null,
  bank_name text not null,
  account_name text not null,
  bank_account text not null,
  constraint buyer_bill_account_locked check (bank_account like 'locked:%')
);

-- An order stands on one bill.
create table buyer_bill_order (
  order_id text primary key references shop_order,
  bill_id text not null references buyer_bill,
  place integer not null check (place > 0),
  order_code text not null,
  placed_at timestamptz not null,
  -- Of the order when the bill was made: what it takes, and what had come for it, what was carried over included.
  due_vnd bigint not null check (due_vnd > 0),
  kept_vnd bigint not null check (kept_vnd >= 0),
  credit_vnd bigint not null check (credit_vnd between 0 and kept_vnd),
  open_vnd bigint not null check (open_vnd = due_vnd - kept_vnd and open_vnd >= 0),
  unique (bill_id, place)
);

-- Money of an order that was to go back, and was put to one on the bill instead.
create table buyer_bill_credit (
  bill_id text not null references buyer_bill,
  from_order_id text not null references shop_order,
  to_order_id text not null references shop_order,
  amount_vnd bigint not null check (amount_vnd > 0),
  primary key (bill_id, from_order_id, to_order_id)
);

-- What its buyer finds wrong, and what the seller says to that.
create table buyer_bill_step (
  bill_id text not null references buyer_bill,
  seq integer not null check (seq > 0),
  step text not null check (step in ('disputed', 'answered')),
  note text not null,
  at timestamptz not null,
  by_id text,
  by_name text not null,
  primary key (bill_id, seq),
  check ((step = 'disputed') = (seq % 2 = 1))
);

create trigger buyer_bill_append_only before update or delete on buyer_bill for each row execute function refuse_change();
create trigger buyer_bill_order_append_only before update or delete on buyer_bill_order for each row execute function refuse_change();
create trigger buyer_bill_credit_append_only before update or delete on buyer_bill_credit for each row execute function refuse_change();
create trigger buyer_bill_step_append_only before update or delete on buyer_bill_step for each row execute function refuse_change();

-- The sums of a bill are those of its orders, and of what was carried over to them.
create function buyer_bill_adds_up() returns trigger language plpgsql as $$
begin
  if new.total_vnd <> (select coalesce(sum(open_vnd), -1) from buyer_bill_order where bill_id = new.id)
    or new.credit_vnd <> (select coalesce(sum(amount_vnd), 0) from buyer_bill_credit where bill_id = new.id)
    or new.credit_vnd <> (select coalesce(sum(credit_vnd), 0) from buyer_bill_order where bill_id = new.id) then
    raise exception 'bill % does not add up', new.id using errcode = 'check_violation', constraint = 'buyer_bill_adds_up';
  end if;
  return null;
end $$;
create constraint trigger buyer_bill_adds_up after insert on buyer_bill deferrable initially deferred for each row execute function buyer_bill_adds_up();
-- And no order joins one later.
create function buyer_bill_is_whole() returns trigger language plpgsql as $$
begin
  if (select total_vnd from buyer_bill where id = new.bill_id) <> (select sum(open_vnd) from buyer_bill_order where bill_id = new.bill_id) then
    raise exception 'bill % does not add up', new.bill_id using errcode = 'check_violation', constraint = 'buyer_bill_adds_up';
  end if;
  return null;
end $$;
create constraint trigger buyer_bill_order_adds_up after insert on buyer_bill_order deferrable initially deferred for each row execute function buyer_bill_is_whole();
