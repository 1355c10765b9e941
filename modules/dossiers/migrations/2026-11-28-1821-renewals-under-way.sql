-- What the register could not know before: the renewals that were handed in and wait for their decision.
update product set renewal_under_way = true where id in (
  select product_id from dossier
  where kind = 'renewal' and submitted_at is not null and status not in ('recognised', 'not-recognised', 'withdrawn'));
