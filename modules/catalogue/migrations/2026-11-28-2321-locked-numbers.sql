-- Tax and registration numbers are locked by the product. Rows of before are locked at the next start: until then they are not judged.
alter table producer
  add constraint producer_tax_code_locked check (tax_code like 'locked:%') not valid,
  add constraint producer_registration_no_locked check (registration_no like 'locked:%') not valid;
