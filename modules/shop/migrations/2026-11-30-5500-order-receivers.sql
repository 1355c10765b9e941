-- To whom the goods of an order go, where that is not its buyer. Whoever is given something is asked nothing and told no price; forgotten with the buyer.
create table order_receiver (
  order_id text primary key references shop_order,
  -- In which the buyer named them, from 0.
  place smallint not null check (place between 0 and 9),
  name text not null,
  phone text not null,
  address text not null,
  -- Given: no paper of its parcel says a price, and nobody asks for money at the door.
  is_gift boolean not null,
  card text not null default '' check (char_length(card) <= 300),
  check (is_gift or card = '')
);
