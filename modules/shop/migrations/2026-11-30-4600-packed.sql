-- When the goods of an order lay in their parcel. An order that was given up is packed no more: its goods went back to the shelf.
alter table shop_order add column packed_at timestamptz check (packed_at is null or fulfilment_status in ('held', 'handed-over'));
