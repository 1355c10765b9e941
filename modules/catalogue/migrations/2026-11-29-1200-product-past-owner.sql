-- Whose a product was before it went over to another producer, with its last day there: labels, lots and papers of that time name the producer of their
-- day, and both producers' pages say when it changed hands.
create table product_past_owner (
  product_id text not null references product,
  number integer not null check (number > 0),
  producer_id text not null references producer,
  to_producer_id text not null references producer,
  until date not null,
  primary key (product_id, number),
  check (producer_id <> to_producer_id)
);
create index product_past_owner_producer on product_past_owner (producer_id);
create index product_past_owner_to on product_past_owner (to_producer_id);
create trigger shown_change after insert or update or delete or truncate on product_past_owner execute function send_change('catalogue');
