-- What reports read of lots, labels, scans and doubts.
create view lot_fact as
select
  lot.id as lot_id, lot.number, lot.product_id, product.name as product_name, lot.producer_id, lot.made_on, lot.expires_on, lot.quantity,
  lot.unit, lot.status, lot.created_at, coalesce(labels.count, 0)::integer as labels,
  lot.is_sample or product.is_sample as is_sample
from lot
join product on product.id = lot.product_id
left join (select lot_id, sum(count) as count from label_sheet group by lot_id) as labels on labels.lot_id = lot.id;

-- A code that is neither a lot's nor a product's was scanned off something we did not label.
create view scan_fact as
select
  scan_count.code, scan_count.day, scan_count.count, product.id as product_id, product.name as product_name,
  coalesce(product.is_sample, false) as is_sample
from scan_count
left join lot on lot.trace_code = scan_count.code
left join product on product.id = lot.product_id or (lot.id is null and product.trace_code = scan_count.code);

create view doubt_fact as
select
  doubt_report.id as doubt_id, doubt_report.case_code, doubt_report.code, doubt_report.product_id, product.name as product_name,
  doubt_report.status, doubt_report.at, coalesce(product.is_sample, false) as is_sample
from doubt_report
left join product on product.id = doubt_report.product_id;
