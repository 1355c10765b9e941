-- An order is paid before the goods leave, or in cash when they arrive. Those of before are paid before.
alter table shop_order
  add column payment_way text not null default 'transfer' check (payment_way in ('transfer', 'cod')),
  drop constraint shop_order_payment_status, drop constraint shop_order_fulfilment_status;
alter table shop_order
  add constraint shop_order_payment_status check (
    payment_status in ('awaiting', 'reported', 'to-confirm', 'cash-due', 'under', 'paid', 'over', 'unpaid', 'to-settle', 'refunded')),
  add constraint shop_order_fulfilment_status check (fulfilment_status in ('held', 'handed-over', 'returned', 'cancelled', 'expired')),
  -- Nobody waits for a transfer of an order that is paid in cash, nor the other way round.
  add constraint shop_order_payment_way check (
    case payment_way when 'cod' then payment_status not in ('awaiting', 'reported') else payment_status not in ('to-confirm', 'cash-due') end);
alter table order_move drop constraint order_move_move;
alter table order_move
  add constraint order_move_move check (
    move in (
      'place', 'hand-over', 'take-back', 'cancel', 'expire', 'reopen', 'report-transfer', 'confirm-cash',
      'receive-part', 'receive-all', 'receive-more', 'receive-late',
      'close-unpaid', 'close-reported', 'close-unconfirmed', 'close-cash', 'close-with-money',
      'refund-part', 'refund-all', 'refund-part-of-surplus', 'refund-surplus', 'refund-recalled', 'refund-recalled-all',
      'reopen-under', 'reopen-paid', 'reopen-over'));
drop index shop_order_hold;
create index shop_order_hold on shop_order (hold_until) where payment_status in ('awaiting', 'reported', 'to-confirm');
-- What was handed over and came back unpaid.
alter table reservation drop constraint reservation_status_check;
alter table reservation add constraint reservation_status_check check (status in ('held', 'released', 'consumed', 'returned'));
alter table payment_event
  add column in_cash boolean not null default false,
  add constraint payment_event_in_cash check (not in_cash or kind = 'received');

-- Where a seller takes cash when its goods arrive, and up to which sum. No row: nowhere. Goods that nobody brings are not paid at a door.
create table cash_on_delivery (
  producer_id text primary key references delivery_table on delete cascade,
  largest_vnd bigint not null check (largest_vnd between 1 and 100000000),
  zones text[] not null check (cardinality(zones) > 0 and zones <@ array['commune', 'province', 'elsewhere']),
  updated_at timestamptz not null
);
