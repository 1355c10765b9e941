-- Events are bound into the transparency log in their order, and found there by the same expression (sealed-facts.store.ts).
create index epcis_event_sealed on epcis_event (lpad(seq::text, 15, '0'));
