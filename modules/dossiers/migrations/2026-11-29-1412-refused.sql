-- A dossier that its commune does not propose, or that the province refuses at once: an end of its own, with the reason in its history.
alter table dossier drop constraint dossier_status_check;
alter table dossier add constraint dossier_status_check check (status in (
  'draft', 'submitted', 'returned', 'proposed', 'province-returned', 'received', 'appraising', 'scored', 'awaiting-ministry', 'recognised',
  'not-recognised', 'refused', 'withdrawn'));
drop index dossier_one_open_per_product;
create unique index dossier_one_open_per_product on dossier (product_id)
  where status not in ('recognised', 'not-recognised', 'refused', 'withdrawn');
