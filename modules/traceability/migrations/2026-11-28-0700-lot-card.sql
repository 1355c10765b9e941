-- What other rooms may read of a lot. Whoever sells of it holds it through the front door (lockLots).
create view lot_card as
select id, number, trace_code, product_id, producer_id, made_on, expires_on, quantity, unit, status, is_sample, created_at from lot;
