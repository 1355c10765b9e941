-- The rank that the province gives to a product while the ministry considers five stars for it (decision 053); its certificate is of the same decision.
alter table decision_item add column meanwhile_stars smallint check (meanwhile_stars between 3 and 4);

-- `ministry-answer`: the ministry grants no five stars, and what the province recognised meanwhile stands.
alter table recognition_decision drop constraint recognition_decision_kind_check;
alter table recognition_decision add constraint recognition_decision_kind_check
  check (kind in ('council', 'ministry', 'ministry-answer', 'after-ministry'));

-- When and by which letter the dossiers of five stars went to the ministry.
alter table recognition_decision
  add column sent_number text,
  add column sent_on date,
  add check ((sent_number is null) = (sent_on is null));
