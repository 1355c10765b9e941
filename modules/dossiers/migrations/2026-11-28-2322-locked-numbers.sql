-- The producer's numbers in Mẫu 01 are locked by the product. Rows of before are locked at the next start: until then they are not judged.
alter table dossier
  add constraint dossier_tax_code_locked check (answers #>> '{producer,taxCode}' like 'locked:%') not valid,
  add constraint dossier_registration_no_locked check (answers #>> '{producer,registrationNo}' like 'locked:%') not valid;
-- The number of a paper is that of a household's registration, or of a person's.
alter table evidence add constraint evidence_number_locked check (number like 'locked:%') not valid;
