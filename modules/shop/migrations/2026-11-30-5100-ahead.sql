-- Goods that are sold before they exist: of a season, from a day on, or made to order. Nothing of them lies in the ledger of goods.
create table ahead_offer (
  id text primary key,
  listing_id text not null references listing,
  producer_id text not null references producer,
  kind text not null check (kind in ('pre-order', 'made-to-order')),
  -- So many in all of a season, or in each day or week of work.
  offered integer not null check (offered between 1 and 1000000),
  pays text not null check (pays in ('now', 'when-there')),
  season text,
  first_delivery_on date,
  last_order_on date,
  lead_least integer,
  lead_most integer,
  period text check (period in ('day', 'week')),
  opened_at timestamptz not null,
  ended_at timestamptz,
  constraint ahead_offer_terms check (
    case kind
      when 'pre-order' then season is not null and first_delivery_on is not null and last_order_on is not null
        and last_order_on <= first_delivery_on and num_nonnulls(lead_least, lead_most, period) = 0
      else lead_least between 1 and 120 and lead_most between lead_least and 120 and num_nonnulls(lead_least, lead_most, period) = 3
        and num_nonnulls(season, first_delivery_on, last_order_on) = 0 end)
);
create unique index ahead_offer_open on ahead_offer (listing_id) where ended_at is null;
create index ahead_offer_listing on ahead_offer (listing_id);
create index ahead_offer_producer on ahead_offer (producer_id);
-- The book of promises: never more is promised than is offered, whoever asks at the same moment.
create table ahead_slot (
  offer_id text not null references ahead_offer,
  starts_on date not null,
  offered integer not null check (offered > 0),
  promised integer not null default 0,
  primary key (offer_id, starts_on),
  constraint ahead_slot_promised check (promised between 0 and offered)
);
create table promise (
  order_line_id text primary key references order_line,
  offer_id text not null,
  starts_on date not null,
  quantity integer not null check (quantity > 0),
  status text not null check (status in ('promised', 'allotted', 'given-up')),
  foreign key (offer_id, starts_on) references ahead_slot
);
create index promise_offer on promise (offer_id) where status = 'promised';
-- By when goods are promised, when they are paid, and since when their buyer knows that there are too few.
alter table shop_order
  add column due_on date,
  add column pays_when text check (pays_when in ('now', 'when-there')),
  add column short_at timestamptz,
  drop constraint shop_order_fulfilment_status,
  add constraint shop_order_fulfilment_status check (
    fulfilment_status in ('promised', 'held', 'handed-over', 'returned', 'cancelled', 'expired')),
  add constraint shop_order_promised check (fulfilment_status <> 'promised' or due_on is not null),
  add constraint shop_order_ahead check (num_nonnulls(due_on, pays_when) in (0, 2) and (short_at is null or due_on is not null)),
  -- Nothing that is not there yet is paid at a door.
  add constraint shop_order_ahead_way check (due_on is null or payment_way = 'transfer');
create index shop_order_promised_to on shop_order (producer_id, created_at) where fulfilment_status = 'promised';
alter table order_move drop constraint order_move_move;
alter table order_move
  add constraint order_move_move check (
    move in (
      'place', 'allot', 'run-short', 'hand-over', 'take-back', 'cancel', 'expire', 'reopen', 'report-transfer', 'confirm-cash',
      'receive-part', 'receive-all', 'receive-more', 'receive-late',
      'close-unpaid', 'close-reported', 'close-unconfirmed', 'close-cash', 'close-with-money',
      'refund-part', 'refund-all', 'refund-part-of-surplus', 'refund-surplus', 'refund-recalled', 'refund-recalled-all',
      'reopen-under', 'reopen-paid', 'reopen-over'));
create trigger shown_change after insert or update or delete or truncate on ahead_offer execute function send_change('shop');
create trigger shown_change after insert or update or delete or truncate on promise execute function send_change('shop');
