-- An order of a buyer by agreement may be paid with the bill of the month: up to the limit that was agreed, so many days after the bill.
alter table buyer_agreement
  add column credit_limit_vnd bigint check (credit_limit_vnd between 1 and 9999999999999),
  add column due_days integer check (due_days between 1 and 180),
  add constraint buyer_agreement_credit check ((credit_limit_vnd is null) = (due_days is null));

alter table shop_order
  drop constraint shop_order_payment_way_check, drop constraint shop_order_payment_status, drop constraint shop_order_payment_way;
alter table shop_order
  add constraint shop_order_payment_way_check check (payment_way in ('transfer', 'cod', 'account')),
  add constraint shop_order_payment_status check (
    payment_status in ('awaiting', 'reported', 'to-confirm', 'cash-due', 'on-account', 'under', 'paid', 'over', 'unpaid', 'to-settle', 'refunded')),
  -- Each way says its own things of money that has not come.
  add constraint shop_order_payment_way check (
    case payment_way
      when 'cod' then payment_status not in ('awaiting', 'reported', 'on-account')
      when 'account' then payment_status not in ('awaiting', 'reported', 'to-confirm', 'cash-due')
      else payment_status not in ('to-confirm', 'cash-due', 'on-account') end),
  -- Only whom the seller agreed with buys on account.
  add constraint shop_order_account check (payment_way <> 'account' or agreed_buyer_id is not null);
create index shop_order_on_account on shop_order (agreed_buyer_id) where payment_status = 'on-account';
alter table order_move drop constraint order_move_move;
alter table order_move
  add constraint order_move_move check (
    move in (
      'place', 'allot', 'run-short', 'hand-over', 'take-back', 'cancel', 'expire', 'reopen', 'report-transfer', 'confirm-cash',
      'receive-part', 'receive-on-account', 'receive-all', 'receive-more', 'receive-late',
      'close-unpaid', 'close-reported', 'close-unconfirmed', 'close-cash', 'close-account', 'close-with-money',
      'refund-part', 'refund-all', 'refund-part-of-surplus', 'refund-surplus', 'refund-recalled', 'refund-recalled-all',
      'reopen-under', 'reopen-on-account', 'reopen-paid', 'reopen-over'));
